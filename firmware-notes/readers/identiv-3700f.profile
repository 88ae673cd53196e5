# Claims, sources and dates: identiv-3700f.md
title = Identiv uTrust 3700 F
names = uTrust 3700 | CLOUD 3700
other-slots = SAM
paths = none
pages-per-fast-read = 60
bytes-per-read = 4
acknowledgement = none
refusal = none
signals-by = none
good = none
bad = none
quiet = none
