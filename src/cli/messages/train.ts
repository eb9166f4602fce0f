// What `ecoute train` says, in French and in English.
import type { HeadlineId } from '../../index.ts';

/** Every sentence of the command in one language. */
export interface TrainMessages {
  readonly about: string;
  readonly usage: string;
  readonly transcripts: string;
  readonly teach: string;
  readonly labels: string;
  readonly out: string;
  readonly anew: string;
  readonly missing: (option: string) => string;
  readonly misfit: (n: number) => string;
  readonly more: (n: number) => string;
  readonly tooLittle: (found: number, needed: number) => string;
  readonly learned: (conversations: number, turns: number) => string;
  readonly columns: readonly [string, string, string, string, string, string];
  readonly headlines: Readonly<Record<HeadlineId, string>>;
  readonly written: (folder: string) => string;
  readonly worse: string;
}

const fr: TrainMessages = {
  about: 'Apprend une oreille à partir de conversations étiquetées, par-dessus celle du paquet ; rien ne sort d’ici.',
  usage: '--transcripts FICHIER… --labels FICHIER… --out DOSSIER [--anew] [options]',
  transcripts: 'conversations étiquetées',
  teach: 'conversations étiquetées qui enseignent sans rien vérifier (des phrases en ont été tirées)',
  labels: 'étiquettes (NDJSON, une conversation par ligne)',
  out: 'dossier où écrire ear.bin (l’oreille) et ear.json (ce qu’elle vaut)',
  anew: 'apprend de zéro, sans partir de l’oreille du paquet',
  missing: (option) => `il manque ${option}`,
  misfit: (n) => `rien n’est appris : ${n} faute${n > 1 ? 's' : ''} dans les étiquettes ou les conversations`,
  more: (n) => `… et ${n} autre${n > 1 ? 's' : ''}`,
  tooLittle: (found, needed) =>
    `trop peu pour apprendre : ${found} conversation${found > 1 ? 's' : ''} étiquetée${found > 1 ? 's' : ''}, il en faut ${needed} ; il en manque ${needed - found}`,
  learned: (conversations, turns) =>
    `${conversations} conversations, ${turns} tours étiquetés ; chiffres sur des conversations tenues à l’écart (5 plis)`,
  columns: ['marqueur', 'n', 'F1 avant', 'F1 après', 'précision', 'rappel'],
  headlines: {
    micro_f1: 'micro-F1',
    macro_f1: 'macro-F1',
    behaviours_kappa: 'comportements, κ',
    emotion_kappa: 'émotion, κ quadratique',
    flags_f1: 'moments, F1',
  },
  written: (folder) =>
    `écrit dans ${folder} : ear.bin, ear.json. Pour s’en servir : --lexicons vers une copie des lexiques dont le dossier model/ contient ear.bin. Pour la refuser : effacez le dossier.`,
  worse: 'Cette oreille n’entend pas mieux qu’avant : mieux vaut la refuser.',
};

const en: TrainMessages = {
  about: 'Learns an ear from labelled conversations, on top of the package’s own; nothing leaves this machine.',
  usage: '--transcripts FILE… --labels FILE… --out DIR [--anew] [options]',
  transcripts: 'labelled conversations',
  teach: 'labelled conversations that teach without checking (phrases were written from them)',
  labels: 'labels (NDJSON, one conversation a line)',
  out: 'folder to write ear.bin (the ear) and ear.json (what it is worth) into',
  anew: 'learns from nothing instead of starting from the package’s ear',
  missing: (option) => `${option} is missing`,
  misfit: (n) => `nothing was learned: ${n} fault${n === 1 ? '' : 's'} in the labels or conversations`,
  more: (n) => `… and ${n} more`,
  tooLittle: (found, needed) =>
    `too little to learn from: ${found} labelled conversation${found === 1 ? '' : 's'}, ${needed} are needed; ${needed - found} missing`,
  learned: (conversations, turns) =>
    `${conversations} conversations, ${turns} labelled turns; figures on conversations held out (5 folds)`,
  columns: ['marker', 'n', 'F1 before', 'F1 after', 'precision', 'recall'],
  headlines: {
    micro_f1: 'micro F1',
    macro_f1: 'macro F1',
    behaviours_kappa: 'behaviours, κ',
    emotion_kappa: 'emotion, quadratic κ',
    flags_f1: 'flags, F1',
  },
  written: (folder) =>
    `written to ${folder}: ear.bin, ear.json. To use it: --lexicons on a copy of the lexicons whose model/ folder holds ear.bin. To refuse it: delete the folder.`,
  worse: 'This ear hears no better than before: better refuse it.',
};

/** What `ecoute train` says in a language. */
export const trainMessages: Readonly<Record<'fr' | 'en', TrainMessages>> = { fr, en };
