# Claims, sources and dates: acr1552u.md
title = ACS ACR1552U
names = ACR1552
other-slots = SAM
paths = transparent-session
pages-per-fast-read = 60
bytes-per-read = 16
acknowledgement = C00300900092010497010A9000
refusal = C0030090009201049701009000
signals-by = escape
good = E00000280108
bad = E00000280150
quiet = none
