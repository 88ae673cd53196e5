# Claims, sources and dates: acr122u.md
title = ACS ACR122U
names = ACR122
other-slots = SAM
paths = direct-transmit
pages-per-fast-read = 60
bytes-per-read = 16
acknowledgement = D541009000
refusal = D543029000
signals-by = transmit
# green, one beep of 0.1 s; red, three
good = FF00402E0401000101
bad = FF00405D0401010301
quiet = FF00520000
