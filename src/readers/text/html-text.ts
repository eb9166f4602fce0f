// HTML of message bodies → the words that people saw.
import { createRequire } from 'node:module';

type Html = typeof import('htmlparser2');
let html: Html | undefined;

/** Its tables of entities take longer to load than all readers together, and few bodies are HTML. */
function htmlParser(): Html['Parser'] {
  html ??= createRequire(import.meta.url)('htmlparser2') as Html;
  return html.Parser;
}

const lines = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'ol', 'table']);
const unseen = new Set(['script', 'style', 'head', 'title']);

/** The text of an HTML fragment: entities decoded, a line a paragraph, what is not shown left out. */
export function htmlText(body: string): string {
  if (!/[<&]/.test(body)) return body;
  let text = '';
  let hidden = 0;
  const Parser = htmlParser();
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (unseen.has(name)) hidden += 1;
        else if (lines.has(name)) text += '\n';
      },
      ontext: (words) => {
        if (hidden === 0) text += words;
      },
      onclosetag: (name) => {
        if (unseen.has(name)) hidden -= 1;
        else if (lines.has(name)) text += '\n';
      },
    },
    { decodeEntities: true },
  );
  parser.end(body);
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}
