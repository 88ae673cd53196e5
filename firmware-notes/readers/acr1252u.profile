# Claims, sources and dates: acr1252u.md
title = ACS ACR1252U
names = ACR1252
other-slots = SAM
paths = transparent-session
pages-per-fast-read = 60
bytes-per-read = 16
acknowledgement = C00300900092010497010A9000
refusal = C0030090009201049701009000
signals-by = escape
# buzzer in steps of 10 ms; E0 00 00 21 would be kept for good, so quiet is left alone
good = E00000280108
bad = E00000280150
quiet = none
