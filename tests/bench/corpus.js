// A seeded corpus of invented French chats and calls, of any size: the same seed gives the same bytes. Says nothing about
// accuracy; it has the mix that costs time, from unpunctuated speech-to-text to chat without accents.
import { closeSync, openSync, writeSync } from 'node:fs';
import { acts, agents, clients, details, problems, rare, things } from './corpus-words.js';

/** Small fast generator of numbers between 0 and 1 (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Makes `next()`, which gives one conversation after the other. */
export function conversations(seed) {
  const random = seeded(seed);
  const one = (list) => list[Math.floor(random() * list.length)];
  let number = 0;

  return function next() {
    number += 1;
    const isCall = random() < 0.5;
    const style = isCall ? (random() < 0.8 ? 'heard' : 'clean') : one(['clean', 'clean', 'typed', 'curly', 'shouted']);
    const agent = one(agents);
    const client = one(clients);
    const turns = [];
    let clock = 0;
    const say = (speaker, text) => {
      const words = styled(text, speaker === 'agent' && !isCall ? 'clean' : style);
      const seconds = Math.round(words.length * (isCall ? 6 : 2)) / 100;
      clock += isCall ? random() * 2 : 5 + random() * 60;
      const turn = { speaker, text: words };
      if (isCall) Object.assign(turn, { start: rounded(clock), end: rounded(clock + seconds) });
      else turn.at = new Date(Date.UTC(2026, 0, 5, 8) + (number * 60 + clock) * 1000).toISOString();
      clock += seconds;
      turns.push(turn);
    };
    const slot = (name) => {
      switch (name) {
        case 'agent':
          return agent;
        case 'client':
          return client.split(' ').at(-1);
        case 'thing':
          return one(things);
        case 'detail':
          return one(details);
        case 'rare':
          return rareWord();
        case 'n':
          return String(1 + Math.floor(random() * 30));
        default:
          return (random() * 900 + 10).toFixed(2).replace('.', ',');
      }
    };
    const filled = (text) => text.replace(/%(thing|detail|amount|client|agent|rare|n)/g, (_, name) => slot(name));
    // What fills a slot may have slots of its own.
    const fill = (text) => filled(filled(text));
    const act = (name) => fill(one(acts[name]));

    say('agent', act('greeting'));
    say('client', `${act('hello')} ${fill(one(problems))}`);
    const exchanges = 3 + Math.floor(random() * random() * 12);
    for (let i = 0; i < exchanges; i++) {
      say(
        'agent',
        random() < 0.45 ? `${act('care')} ${act('work')}` : act(one(['work', 'ask', 'refuse', 'promise', 'hold'])),
      );
      if (random() < 0.12) say('agent', act('ask'));
      const mood = one(['answer', 'answer', 'answer', 'upset', 'pleased', 'short', 'short']);
      say('client', random() < 0.3 ? `${act(mood)} ${fill(one(problems))}` : act(mood));
    }
    say('agent', act('closing'));
    say('client', act('thanks'));
    say('agent', act('goodbye'));
    return {
      id: `b-${number}`,
      channel: isCall ? 'call' : 'chat',
      agent_id: `A${agents.indexOf(agent)}`,
      agent_name: agent,
      ...(random() < 0.6 ? { client_name: client } : {}),
      turns,
    };
  };

  function rareWord() {
    let word = '';
    for (let i = 2 + Math.floor(random() * 3); i > 0; i--) word += one(rare);
    return word;
  }

  function styled(text, style) {
    switch (style) {
      case 'heard':
        return text
          .toLowerCase()
          .replace(/[.,!?;:…«»]/g, '')
          .replace(/ (?=\w)/g, () => (random() < 0.03 ? ' euh ' : ' '))
          .replace(/\s+/g, ' ')
          .trim();
      case 'typed':
        return text
          .toLowerCase()
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .replace(/\b(bonjour|merci|vous|s'il vous plait|c'est)\b/g, (word) =>
            random() < 0.3
              ? { bonjour: 'bjr', merci: 'mrc', vous: 'vs', "s'il vous plait": 'svp', "c'est": 'c' }[word]
              : word,
          )
          .replace(/([a-z])([a-z])(?=[a-z]{5})/g, (pair, a, b) => (random() < 0.01 ? b + a : pair));
      case 'curly':
        return text.replaceAll("'", '’');
      case 'shouted':
        return random() < 0.2 ? text.toUpperCase() : text;
      default:
        return text;
    }
  }
}

function rounded(seconds) {
  return Math.round(seconds * 100) / 100;
}

/** Writes conversations to an NDJSON file and, where one is named, the same to a CSV of messages, up to so many bytes. */
export function writeCorpus(bytes, ndjsonFile, csvFile, seed = 2026) {
  const next = conversations(seed);
  const lines = output(ndjsonFile);
  const rows = csvFile && output(csvFile);
  rows?.write(messagesHeader);
  while (lines.written() < bytes) {
    const conversation = next();
    lines.write(`${JSON.stringify(conversation)}\n`);
    rows?.write(messages(conversation));
  }
  lines.close();
  rows?.close();
}

/** First line of a CSV of messages. */
export const messagesHeader = 'conversation;horodatage;locuteur;message;conseiller\n';

/** A conversation as rows of a CSV of messages. */
export function messages({ id, agent_name, turns }) {
  const cell = (text) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const who = { agent: 'Conseiller', client: 'Client' };
  const at = (turn, i) => turn.at ?? new Date(Date.UTC(2026, 0, 5, 8) + (turn.start ?? i) * 1000).toISOString();
  return turns
    .map((turn, i) => `${id};${at(turn, i)};${who[turn.speaker]};${cell(turn.text)};${agent_name}\n`)
    .join('');
}

function output(file) {
  const handle = openSync(file, 'w');
  let held = '';
  let bytes = 0;
  const flush = () => {
    writeSync(handle, held);
    held = '';
  };
  return {
    written: () => bytes,
    write(text) {
      held += text;
      bytes += Buffer.byteLength(text);
      if (held.length > 1 << 20) flush();
    },
    close() {
      flush();
      closeSync(handle);
    },
  };
}
