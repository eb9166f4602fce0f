// What the library tells in English (why a record was set aside, what was left out), in the language of the user.

import { frenchFaults } from './told-faults.ts';

const fr: readonly (readonly [RegExp, string])[] = [
  // Why a record or file was set aside.
  [/\bnot JSON: /, 'ce n’est pas du JSON : '],
  [/\bUnexpected end of JSON input\b/, 'la fin manque'],
  [/\bUnexpected non-whitespace character after JSON/, 'du texte en trop après le JSON,'],
  [/\bUnexpected token '?(.*?)'?(?= at position|,|$)/, 'caractère inattendu « $1 »'],
  [/\bUnterminated string/, 'texte jamais refermé,'],
  [/\bExpected .*?(?= at position|$)/, 'JSON mal formé'],
  [/ at position (\d+)/, ' au caractère $1'],
  [/ ?\(line \d+ column \d+\)/, ''],
  [/\ba list found, an object (\{.*\}) is expected/, 'trouvé : une liste ; attendu : un objet $1'],
  [
    /\ban? (string|number|boolean|object|list) found, an object (\{.*\}) is expected/,
    'trouvé : $1 ; attendu : un objet $2',
  ],
  [/\bnull found, an object (\{.*\}) is expected/, 'trouvé : null ; attendu : un objet $1'],
  [/\bno "turns"; a list of (\{.*\}) is expected/, 'pas de "turns" ; une liste de $1 est attendue'],
  [/"turns" is (.*); a list of (\{.*\}) is expected/, '"turns" n’est pas une liste ; une liste de $2 est attendue'],
  [/\bno turns: the conversation is empty/, 'conversation vide, sans aucun tour'],
  [/\bno turns: nobody says anything/, 'conversation vide, personne n’y parle'],
  [/\bno (?:messages|cues): nobody says anything/, 'personne n’y parle'],
  [/\bno turns under /, 'pas de tours sous '],
  [/\bchannel (.*); one of (.*) is expected/, 'canal $1 ; un de $2 est attendu'],
  [/\bturn (\d+): no speaker; one of (.*) is expected/, 'tour $1 : pas de locuteur ; un de $2 est attendu'],
  [/\bturn (\d+): speaker (.*); one of (.*) is expected/, 'tour $1 : locuteur $2 ; un de $3 est attendu'],
  [/\bturn (\d+): "text" is missing; a string is expected/, 'tour $1 : "text" manque'],
  [/\bturn (\d+): "text" is .*; a string is expected/, 'tour $1 : "text" n’est pas un texte'],
  [/\bturn (\d+) is .*; (\{.*\}) is expected/, 'tour $1 : $2 est attendu'],
  [
    /\ba line longer than (\d+) MB; a conversation is one line/,
    'ligne de plus de $1 Mo ; une conversation tient en une ligne',
  ],
  [/\ba line that is too long/, 'ligne trop longue'],
  [/\ba row longer than (\d+) characters/, 'rangée de plus de $1 caractères'],
  [
    /\ba blank line; a conversation is expected on every line/,
    'ligne vide ; une conversation est attendue à chaque ligne',
  ],
  [/\ba quote that is never closed/, 'guillemet jamais refermé'],
  [/(\d+) cells; at least (\d+) are expected/, '$1 cellules, il en faut au moins $2'],
  [/\bno conversation id in this row/, 'pas d’identifiant de conversation dans cette rangée'],
  [/\bno line names its speaker/, 'aucune ligne ne nomme son locuteur'],
  [/\bwho is the agent is not clear among /, 'on ne sait pas qui est le conseiller parmi '],
  [/\bnobody speaks like an agent/, 'personne ne parle en conseiller'],
  [
    /\(less than (\d+) % sure\); tell it with --agent SPEAKER/,
    '(moins de $1 % de certitude) ; dites-le avec --agent LOCUTEUR',
  ],
  [/\butf-8 with stray windows-1252 bytes/, 'utf-8 avec des octets windows-1252 épars'],
  [/\bno name\b/, 'sans nom'],
  [/\bmore than (\d+) (?:characters|messages|cues): no single conversation/, 'trop long pour une seule conversation'],
  [/\bmore than (\d+) turns without a heading between them/, 'plus de $1 tours sans titre entre eux'],
  [/\bcut short: the list has no end/, 'tronqué : la liste n’a pas de fin'],
  [/\bcut short: it has no end/, 'tronqué : la fin manque'],
  [/\blonger than (\d+) MB/, 'plus de $1 Mo'],
  [/\ban object is expected/, 'un objet est attendu'],
  [/\bdamaged or cut short zip archive: /, 'archive zip abîmée ou tronquée : '],
  [/\bdamaged or cut short (\S+) data after (\d+) bytes: /, 'données $1 abîmées ou tronquées après $2 octets : '],
  [
    /\b(\S+) data that swells more than (\d+) times: not read further/,
    'données $1 qui gonflent plus de $2 fois : lecture arrêtée',
  ],
  [
    /\ban archive that swells to more than (\d+) bytes: not read further/,
    'archive qui gonfle au-delà de $1 octets : lecture arrêtée',
  ],
  [/\ban archive within an archive: unpack it first/, 'archive dans une archive : décompressez-la d’abord'],
  [
    /\bmore than (\d+) MB of shared texts: the rest reads as empty/,
    'plus de $1 Mo de textes partagés : le reste est lu comme vide',
  ],
  [/\bcould not be judged: /, 'impossible à juger : '],
  [
    /\bthe mapping names columns that are not there: (.*); found: /,
    'la correspondance nomme des colonnes absentes : $1 ; il y a : ',
  ],
  [
    /\bthe export names no speakers: agent and client cannot be told apart/,
    'l’export ne nomme pas les locuteurs : conseiller et client ne se distinguent pas',
  ],
  [
    /\bonly (".*") speaks: agent and client cannot be told apart/,
    'seul $1 parle : conseiller et client ne se distinguent pas',
  ],
  [/\ba quote that is closed in another row/, 'guillemet refermé dans une autre rangée'],
  [/\ba quote that is not closed before the next one opens/, 'guillemet non refermé avant que le suivant s’ouvre'],
  [/\bcut short: the document has no end/, 'tronqué : la fin du document manque'],
  [/\bdamaged: a key is expected at /, 'abîmé : une clé est attendue à '],
  [/\bno (\S+) record; keys found: /, 'pas un enregistrement $1 ; clés trouvées : '],
  [/\bit asks for a window of more than (\d+) MB/, 'sa fenêtre dépasse $1 Mo'],
  [/\bit is encrypted/, 'elle est chiffrée'],
  [
    /\bcolumns found: (.*); no column for (.*); a mapping \(--map\) can tell which they are/,
    'colonnes trouvées : $1 ; aucune pour $2 ; un fichier --map peut les désigner (ébauche : ecoute inspect FICHIER --suggest-map)',
  ],
  [/\bconversation "(.*)" comes twice, first at /, 'la conversation « $1 » vient deux fois, d’abord à '],
  [
    /\bconversation "(.*)" is graded, but is in none of the transcripts/,
    'la conversation « $1 » est notée, mais n’est dans aucune transcription',
  ],
  [/\bnot an assessment(?: \(ecoute score writes them\))?: /, 'ce n’est pas un résultat d’ecoute score : '],
  [/\bnot JSON\b/, 'ce n’est pas du JSON'],
  // Why a run cannot go on.
  [/\bno such file or folder/, 'ce fichier ou dossier n’existe pas'],
  [/: no such file$/, ' : ce fichier n’existe pas'],
  [/\breading it is not allowed/, 'lecture interdite'],
  [/\bwriting it is not allowed/, 'écriture interdite'],
  [/\bit is a folder/, 'c’est un dossier'],
  [/\bthe folder holds no file to read/, 'ce dossier ne contient aucun fichier à lire'],
  [/\bno file matches this pattern/, 'aucun fichier ne répond à ce motif'],
  [/\bno known format; tell it with --from, one of /, 'format inconnu ; dites-le avec --from, un de '],
  [/\bcannot read the rule file /, 'fichier de règles illisible : '],
  [
    /\bno lexicons in (.*): a directory with (.*) and (\S+) is expected/,
    'pas de lexiques dans $1 : un dossier avec $2 et $3 est attendu',
  ],
  [/\bthe mapping cannot be read: /, 'correspondance illisible : '],
  [
    /\bbelongs to another run \(inputs, rules or format have changed\): remove it, or start without --resume/,
    'vient d’une autre exécution (entrées, règles ou format ont changé) : effacez-le, ou relancez sans --resume',
  ],
  [
    /\bnot a key file; give one that ecoute made, or the name of a new one/,
    'pas un fichier de clé ; donnez-en un qu’ecoute a écrit, ou le nom d’un nouveau',
  ],
  [
    /\bis a graded sheet: it must be the only file of labels/,
    'est une feuille de notes : elle doit être le seul fichier d’étiquettes',
  ],
  [/\bcannot be read as YAML: /, 'YAML illisible : '],
  [/\bcannot read /, ''],
  [/\bcannot write temporary files in /, 'fichiers provisoires impossibles à écrire dans '],
  [/\bstandard output\b/, 'sortie standard'],
  [/\bstandard input\b/, 'entrée standard'],
  [/\bno assessment in /, 'aucun résultat dans '],
  [/\bENOENT: no such file or directory, \w+ '.*'/, 'ce dossier n’existe pas'],
  [/\bEACCES: permission denied, \w+ '.*'/, 'accès refusé'],
  [/\bEISDIR: illegal operation on a directory, \w+(?: '.*')?/, 'c’est un dossier'],
  [/\bENOTDIR: not a directory, \w+ '.*'/, 'un fichier est là où il faudrait un dossier'],
  [/\bENOSPC: no space left on device, \w+/, 'disque plein'],
  [/\bEROFS: read-only file system, \w+ '.*'/, 'système de fichiers en lecture seule'],
  [/\bcannot write (?:into )?/, ''],
  [/\bthe reader left before the end of the answers/, 'le lecteur est parti avant la fin des réponses'],
  [/^([^\s:]+): (?=\S)/, '$1 : '],
  // How inputs were understood.
  [/^given by the export$/, 'donnés par l’export'],
  [/^given by --agent$/, 'donnés par --agent'],
  [/^guessed from who is left$/, 'déduits de qui reste'],
  [/^guessed from what is said$/, 'devinés à ce qui est dit'],
  [/^internal note$/, 'note interne'],
  [/^event$/, 'événement'],
  [/^attachment$/, 'pièce jointe'],
  [/^redacted message$/, 'message effacé'],
  [/^message that was deleted$/, 'message supprimé'],
  [/^(?:message|entry) without words$/, 'message sans mots'],
  [/^turn without text$/, 'tour sans texte'],
  [/^stage direction$/, 'indication entre crochets'],
  [/^line before the first turn$/, 'ligne avant le premier tour'],
  [/^line that no message opens$/, 'ligne sans message'],
  [/^end of a line that is too long$/, 'fin de ligne trop longue'],
  [/^utterance that was not final$/, 'énoncé provisoire'],
  [/^words that a transcriber invented$/, 'mots inventés par la transcription'],
  [/^(?:row|record) that the mapping leaves out$/, 'rangée que la correspondance écarte'],
  [/^utf-8 with BOM$/, 'utf-8 avec BOM'],
];

/** Makes what turns a sentence of the library into the language of the user; what it does not know stays as it is. */
export function toldIn(lang: 'fr' | 'en'): (sentence: string) => string {
  if (lang === 'en') return (sentence) => sentence;
  return (sentence) => translated(sentence, fr);
}

/** The same for faults of the files that people write, which are many and short: the first pattern that fits counts. */
export function faultIn(lang: 'fr' | 'en'): (sentence: string) => string {
  if (lang === 'en') return (sentence) => sentence;
  return (sentence) => {
    const known = frenchFaults.find(([pattern]) => pattern.test(sentence));
    return known === undefined ? sentence : sentence.replace(...known);
  };
}

function translated(sentence: string, table: typeof fr): string {
  return table.reduce((told, [pattern, words]) => told.replace(pattern, words), sentence);
}
