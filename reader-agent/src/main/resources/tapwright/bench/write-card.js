// Writes to the blank card on a reader as nfc-pcsc does it, reads it back the same way and prints
// whether both are equal, as one line of JSON. Arguments: the reader's name, and the bytes from the
// first user page on as hexadecimal digits, whole pages.
'use strict';

const { NFC } = require('nfc-pcsc');

const FIRST_USER_PAGE = 4;

const [, , readerName, digits] = process.argv;
const wanted = Buffer.from(digits, 'hex');

async function write(reader) {
  await reader.write(FIRST_USER_PAGE, wanted);
  const held = await reader.read(FIRST_USER_PAGE, wanted.length);
  console.log(JSON.stringify({ readBackEqual: held.equals(wanted) }));
}

function fail(error) {
  console.error(String(error));
  process.exit(1);
}

new NFC().on('reader', (reader) => {
  if (reader.name === readerName) {
    reader.on('card', () => write(reader).then(() => process.exit(0), fail));
    reader.on('error', fail);
  }
}).on('error', fail);
