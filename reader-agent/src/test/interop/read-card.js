// Reads the NDEF message of the card on the reader that the first argument names, by nfc-pcsc, and
// prints it as one line of JSON, decoded by @taptrack/ndef.
'use strict';

const { NFC } = require('nfc-pcsc');
const ndef = require('@taptrack/ndef');

const FIRST_USER_PAGE = 4;
const NDEF_MESSAGE_TLV = 0x03;
const LONG_LENGTH = 0xff;

async function readMessage(reader) {
  const head = await reader.read(FIRST_USER_PAGE, 16);
  if (head[0] !== NDEF_MESSAGE_TLV) {
    throw new Error('no NDEF message TLV first, but ' + head.toString('hex'));
  }
  const isLong = head[1] === LONG_LENGTH;
  const start = isLong ? 4 : 2;
  const length = isLong ? head.readUInt16BE(2) : head[1];
  const pages = Math.ceil((start + length) / 16) * 16;
  const data = await reader.read(FIRST_USER_PAGE, pages);
  return data.subarray(start, start + length);
}

function decoded(record) {
  return {
    tnf: record.getTnf()[0] ?? record.getTnf(),
    type: Buffer.from(record.getType()).toString('latin1'),
    payload: Buffer.from(record.getPayload()).toString('hex').toUpperCase(),
  };
}

async function report(reader) {
  const message = await readMessage(reader);
  const parsed = ndef.Message.fromBytes(new Uint8Array(message));
  const records = parsed.getRecords();
  console.log(JSON.stringify({
    message: message.toString('hex').toUpperCase(),
    encodedAgain: Buffer.from(parsed.toByteArray()).toString('hex').toUpperCase(),
    uri: ndef.Utils.resolveUriRecordToString(records[0]),
    records: records.map(decoded),
  }));
}

function fail(error) {
  console.error(error);
  process.exit(1);
}

new NFC().on('reader', (reader) => {
  if (reader.name === process.argv[2]) {
    reader.on('card', () => report(reader).then(() => process.exit(0), fail));
    reader.on('error', fail);
  }
}).on('error', fail);
