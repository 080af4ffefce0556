// Draws media/icoon.png: a sheet with lines of text, one of them marked. 128 by 128, each dot drawn 4 × 4 times.
import { deflateSync } from "node:zlib";
import { mkdirSync, writeFileSync } from "node:fs";

const SIZE = 128;
const FINE = 4;

function inRounded(x, y, left, top, width, height, radius) {
  const nearX = Math.max(left + radius - x, x - (left + width - radius), 0);
  const nearY = Math.max(top + radius - y, y - (top + height - radius), 0);
  const inside = x >= left && x <= left + width && y >= top && y <= top + height;
  return inside && Math.hypot(nearX, nearY) <= radius;
}

// Later shapes lie on top: [left, top, width, height, radius, colour]
const shapes = [
  [0, 0, 128, 128, 26, [21, 66, 115]],
  [30, 20, 68, 88, 8, [255, 255, 255]],
  [42, 36, 44, 7, 3.5, [120, 144, 168]],
  [42, 52, 44, 7, 3.5, [120, 144, 168]],
  [38, 65, 42, 15, 4, [255, 214, 102]],
  [42, 69, 34, 7, 3.5, [21, 66, 115]],
  [42, 86, 28, 7, 3.5, [120, 144, 168]],
];

function dot(x, y) {
  const shape = shapes.findLast(([left, top, width, height, radius]) =>
    inRounded(x, y, left, top, width, height, radius),
  );
  return shape ? [...shape[5], 255] : [0, 0, 0, 0];
}

function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < FINE * FINE; i++) {
    const x = column + ((i % FINE) + 0.5) / FINE;
    const y = row + (Math.floor(i / FINE) + 0.5) / FINE;
    const [red, green, blue, alpha] = dot(x, y);
    sum[0] += red * alpha;
    sum[1] += green * alpha;
    sum[2] += blue * alpha;
    sum[3] += alpha;
  }
  const colours = sum.slice(0, 3).map((value) => (sum[3] ? Math.round(value / sum[3]) : 0));
  return [...colours, Math.round(sum[3] / (FINE * FINE))];
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
    }
  }
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const size = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([size, body, sum]);
}

const rows = [];
for (let row = 0; row < SIZE; row++) {
  rows.push(0);
  for (let column = 0; column < SIZE; column++) {
    rows.push(...pixel(column, row));
  }
}
const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
mkdirSync("media", { recursive: true });
writeFileSync(
  "media/icoon.png",
  Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]),
);
