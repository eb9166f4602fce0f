// What hides people from the outputs: masked texts, agents under pseudonyms. Judging always hears the words as they were said.
import type { Assessment } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Rules } from '../model/rules.ts';
import { nameHider } from '../redact/name-hider.ts';
import { pseudonymsFrom } from '../redact/pseudonyms.ts';
import { redactor } from '../redact/redact.ts';
import { firstWordId } from '../text/vocabulary.ts';

/** How much of people may be shown; plain data that a thread can carry. */
export interface Privacy {
  readonly redact: boolean;
  /** Key from which the pseudonyms of agents are drawn; absent: agents keep their names. */
  readonly key?: string;
}

/** Hides people. */
export interface Veil {
  /** With its conversation, quotes are cut from the masked turns; without, each is masked on its own. */
  readonly assessment: (assessment: Assessment, conversation?: Conversation) => Assessment;
  readonly conversation: (conversation: Conversation) => Conversation;
  /** Pseudonyms given since last asked, each with the agent it stands for. */
  readonly met: () => readonly (readonly [pseudonym: string, agent: string])[];
}

/** The veil for a choice of privacy; undefined where nothing is hidden. */
export function veilFor(privacy: Privacy | undefined, rules: Rules): Veil | undefined {
  if (privacy === undefined || (!privacy.redact && privacy.key === undefined)) return undefined;
  const { redact, key } = privacy;
  const firstNames = new Set((rules.classes.Prénom ?? []).map((id) => rules.words[id - firstWordId]!));
  const masks = redact ? redactor({ firstNames }) : null;
  const pseudonym = key === undefined ? null : pseudonymsFrom(key);
  const given = new Map<string, string>();
  let fresh: (readonly [string, string])[] = [];

  const conversation = (one: Conversation): Conversation => {
    const masked = masks?.conversation(one) ?? one;
    const agents = pseudonym === null ? [] : agentNames(one.agent.id, one.agent.name);
    if (agents.length === 0) return masked;
    const hide = nameHider(agents);
    return { ...masked, turns: masked.turns.map((turn) => ({ ...turn, text: hide(turn.text) })) };
  };
  const quoteAlone = (one: Evidence, { agent_id, agent_name }: Assessment): string => {
    const people = agentNames(agent_id, agent_name ?? undefined);
    const hidden = masks?.text(one.quote, people) ?? nameHider(people)(one.quote);
    // A name that stands alone bears no sign of being one.
    return masks !== null && one.marker === 'client-name' && hidden === one.quote
      ? one.quote.replace(/\S/g, '•')
      : hidden;
  };
  const named = (a: Assessment): Assessment => {
    const agent = a.agent_id ?? a.agent_name;
    if (pseudonym === null || agent === null) return a;
    const name = pseudonym(agent);
    if (name !== agent && !given.has(name)) {
      const who = a.agent_name === null || a.agent_name === agent ? agent : `${agent} (${a.agent_name})`;
      given.set(name, who);
      fresh.push([name, who]);
    }
    return { ...a, agent_id: name, agent_name: null };
  };
  return {
    conversation,
    assessment: (a, from) => {
      const turns = from === undefined ? null : conversation(from).turns;
      const evidence = a.evidence.map((one) => ({
        ...one,
        quote: turns?.[one.turn]?.text.slice(one.start, one.end) ?? quoteAlone(one, a),
      }));
      return { ...named(a), evidence };
    },
    met: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

// Some exports have names for ids; a code is no name.
function agentNames(id: string | null, name: string | undefined): readonly string[] {
  return [name, id !== null && /^[\p{L}\s'’.-]+$/u.test(id) ? id : undefined].filter((one) => one !== undefined);
}
