// Draws one label of ZPL as PNG with npm's zpl-renderer-js, another reading of Zebra's manual.
// Usage: node draw-label.js LABEL.zpl LABEL.png WIDTH_MM HEIGHT_MM DOTS_A_MM
const fs = require("node:fs");
const { ready } = require("zpl-renderer-js");

const [zpl, png, width, height, dots] = process.argv.slice(2);

ready
  .then(({ api }) => api.zplToBase64Async(fs.readFileSync(zpl, "utf8"), +width, +height, +dots))
  .then((drawn) => {
    fs.writeFileSync(png, Buffer.from(drawn, "base64"));
    process.exit(0);
  })
  .catch((problem) => {
    console.error(String(problem));
    process.exit(1);
  });
