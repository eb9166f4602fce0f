// Words that clients use more often in conversations with a difficult moment than in the others: what the trouble is about.
import type { TopicFigure } from '../../model/agent-summary.ts';
import type { Conversation } from '../../model/conversation.ts';
import { rounded } from './statistics.ts';

/** Counts words conversation by conversation. */
export interface Topics {
  readonly add: (conversation: Conversation, isHard: boolean) => void;
  readonly top: () => readonly TopicFigure[];
}

const mostHeld = 60_000;
const mostShown = 15;
const fewestHard = 3;
const shortest = 4;
const longest = 24;
// Words of every conversation; what is left is what it is about.
const usual = new Set(
  `alors apres assez aucun aucune aurait aussi autre autres avais avait avant avec avez avoir beaucoup bien bonjour bonne
  bonsoir cela celle celui cette ceux chaque chez chose choses comme comment compris contre dans demande depuis deux dire
  dois doit donc dont elle elles encore entre etais etait etes etre fait faire faites fallait faut fois font hein ici ils
  jamais jour journee juste leur leurs lors mais meme merci mieux moins monsieur madame notre nous ouais ouvert par
  parce parfait pendant personne peut peux plus plutot pour pourquoi pourrait pourriez pouvez pouvoir prend pris puis
  quand quel quelle quelque quelqu quoi rien sais sait sans savoir sera serait seulement sinon soit sommes sont sous
  suis super sure surtout tant tellement tous tout toute toutes trois trop trouve vais vers veut veux vient voila voir
  vois voit vont votre vous voulais vraiment accord aller allez allo attendez attends aujourd demain dites encore eux
  hier moi non oui ok pas peu plait toujours trouver mettre passe passer mis aime appelle appeler scuse`.split(/\s+/),
);
const letters = /[\p{L}]+(?:-[\p{L}]+)*/gu;

/** A count of nothing yet. */
export function topics(): Topics {
  const held = new Map<string, { all: number; hard: number }>();
  const seen = { all: 0, hard: 0 };
  const letGo = (): void => {
    for (const [word, { all }] of held) if (all < 2) held.delete(word);
  };
  return {
    add: ({ turns }, isHard) => {
      const said = new Set<string>();
      for (const { role, text } of turns) {
        if (role !== 'client') continue;
        // A capital inside a sentence is a name: it says who, not what.
        for (const [found] of text.matchAll(letters))
          if (found.length >= shortest && found.length <= longest && found === found.toLowerCase()) said.add(found);
      }
      seen.all += 1;
      if (isHard) seen.hard += 1;
      for (const word of said) {
        if (usual.has(foldedWord(word))) continue;
        const counts = held.get(word) ?? { all: 0, hard: 0 };
        counts.all += 1;
        if (isHard) counts.hard += 1;
        held.set(word, counts);
      }
      if (held.size > mostHeld) letGo();
    },
    top: () =>
      [...held]
        .filter(([, { hard }]) => hard >= fewestHard)
        .map(([word, counts]) => ({ word, ...counts, excess: excessOf(counts, seen) }))
        .filter(({ excess }) => excess >= 2)
        .sort((a, b) => b.excess - a.excess || (a.word < b.word ? -1 : 1))
        .slice(0, mostShown)
        .map(({ word, all, hard }) => ({ word, conversations: all, negative: hard })),
  };
}

// How far beyond chance, in spreads, the word keeps to the difficult conversations.
function excessOf(counts: { all: number; hard: number }, seen: { all: number; hard: number }): number {
  const share = seen.hard / Math.max(1, seen.all);
  const spread = Math.sqrt(counts.all * share * (1 - share));
  return spread === 0 ? 0 : rounded((counts.hard - counts.all * share) / spread, 3);
}

function foldedWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
