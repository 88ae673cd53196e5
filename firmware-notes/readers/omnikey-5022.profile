# Claims, sources and dates: omnikey-5022.md
title = HID OMNIKEY 5022
names = OMNIKEY 5022
other-slots = SAM
paths = none
pages-per-fast-read = 60
bytes-per-read = 16
acknowledgement = none
refusal = none
signals-by = none
good = none
bad = none
quiet = none
