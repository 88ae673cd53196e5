# Claims, sources and dates: omnikey-5427.md
title = HID OMNIKEY 5427 CK
names = OMNIKEY 5427
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
