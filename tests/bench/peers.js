// What other tools take for the turns of a corpus: processor time for each turn, in microseconds.
import { readFileSync } from 'node:fs';
import { asExpression, plainPhrases } from './phrases.js';

const [name, file, lexicons, most = '1000'] = process.argv.slice(2);
const turns = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .flatMap((line) => JSON.parse(line).turns.map((turn) => turn.text));
const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

const makers = {
  async compromise() {
    const { default: nlp } = await import('compromise/one');
    const net = nlp.buildNet(plainPhrases(lexicons, Number(most)).map((match) => ({ match })));
    return (text) => nlp(fold(text)).sweep(net);
  },
  async natural() {
    const { SentimentAnalyzer } = await import('natural/lib/natural/sentiment/index.js');
    const { PorterStemmerFr } = await import('natural/lib/natural/stemmers/index.js');
    const analyser = new SentimentAnalyzer('French', PorterStemmerFr, 'pattern');
    return (text) => analyser.getSentiment(text.split(/[^\p{L}]+/u));
  },
  async nlpjs() {
    const { Container } = await import('@nlpjs/core');
    const { LangFr } = await import('@nlpjs/lang-fr');
    const { SentimentAnalyzer } = await import('@nlpjs/sentiment');
    const container = new Container();
    container.use(LangFr);
    const analyser = new SentimentAnalyzer({ container });
    return (text) => analyser.process({ locale: 'fr', text });
  },
  async expression() {
    const expression = asExpression(plainPhrases(lexicons, Number(most)));
    return (text) => fold(text).match(expression);
  },
};

const look = await makers[name]();
const cpu = () => process.cpuUsage().user + process.cpuUsage().system;
for (const text of turns.slice(0, 100)) await look(text);
const began = cpu();
let done = 100;
// A few seconds tell enough.
for (; done < turns.length && cpu() - began < 4e6; done++) await look(turns[done]);
console.log(JSON.stringify({ microseconds: (cpu() - began) / (done - 100), turns: done - 100 }));
