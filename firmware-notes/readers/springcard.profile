# Claims, sources and dates: springcard.md
title = SpringCard Puck, Prox'N'Roll and H663 family
names = SpringCard | Prox'N'Roll | H663
other-slots = SAM | Contact Slot
paths = encapsulate
pages-per-fast-read = 60
bytes-per-read = 16
# a WRITE goes as UPDATE BINARY, whose status word stands for the acknowledgement
acknowledgement = 9000
refusal = 6F0B
signals-by = transmit
# red lamp, green lamp; buzzer for so many milliseconds
good = FFF00000031E0001, FFF00000031C0050
bad = FFF00000031E0100, FFF00000031C0320
quiet = none
