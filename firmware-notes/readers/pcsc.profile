# Any other PC/SC reader. Claims, sources and dates: pcsc.md
title = generic PC/SC reader
names = none
other-slots = SAM | Windows Hello
# the most sold reader first; one that does not know a path says so and nothing else happens
paths = direct-transmit, transparent-session, encapsulate
pages-per-fast-read = 60
bytes-per-read = 16
acknowledgement = D541009000
refusal = D543029000
signals-by = none
good = none
bad = none
quiet = none
