// The floor: reads a file and parses each line of it as JSON, nothing else; so many times, since once is soon done.
import { closeSync, openSync, readSync } from 'node:fs';

const [file, times] = process.argv.slice(2);
const chunk = Buffer.alloc(256 * 1024);
for (let i = 0; i < Number(times); i++) {
  const handle = openSync(file, 'r');
  let rest = Buffer.alloc(0);
  for (;;) {
    const length = readSync(handle, chunk);
    if (length === 0) break;
    const bytes = rest.length === 0 ? chunk.subarray(0, length) : Buffer.concat([rest, chunk.subarray(0, length)]);
    let start = 0;
    for (let end = bytes.indexOf(10, start); end >= 0; end = bytes.indexOf(10, start)) {
      JSON.parse(bytes.utf8Slice(start, end));
      start = end + 1;
    }
    rest = Buffer.from(bytes.subarray(start));
  }
  closeSync(handle);
}
