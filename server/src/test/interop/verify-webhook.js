// Says whether npm's standardwebhooks takes a message: SECRET FOLDER, where the folder has its
// headers and its body as they came.
const fs = require("node:fs");
const path = require("node:path");
const { Webhook } = require("standardwebhooks");

const [secret, folder] = process.argv.slice(2);
const headers = JSON.parse(fs.readFileSync(path.join(folder, "headers.json"), "utf8"));
const body = fs.readFileSync(path.join(folder, "body.json"), "utf8");
const event = new Webhook(secret).verify(body, headers);
console.log(event.type);
