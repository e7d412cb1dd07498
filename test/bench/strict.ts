// A process of its own: reads the files that it is given with a strict XML parser, and does nothing else. What runs in Node
// and reads all of a file cannot take less.
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

for (const file of process.argv.slice(2)) {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(readFileSync(file, 'utf8')).close();
}
