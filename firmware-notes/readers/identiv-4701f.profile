# Claims, sources and dates: identiv-4701f.md
title = Identiv uTrust 4701 F
names = uTrust 4701 | CLOUD 4701
other-slots = SAM | Contact Reader
paths = none
pages-per-fast-read = 60
bytes-per-read = 4
acknowledgement = none
refusal = none
signals-by = none
good = none
bad = none
quiet = none
