// Faults of lexicons, scorecards and mapping files in French.

/** Each pattern with its French words, tried in this order. */
export const frenchFaults: readonly (readonly [RegExp, string])[] = [
  // Phrases.
  [/\bfound "(.*)", a parenthesis that was never opened/, '« $1 » : parenthèse jamais ouverte'],
  [/\ban empty phrase; write at least one word/, 'expression vide ; écrivez au moins un mot'],
  [
    /\bfound "(.*)", which phrases do not use; allowed: words, /,
    '« $1 » n’existe pas dans les expressions ; permis : mots, ',
  ],
  [/\bfound "(.*)" where a word is expected/, '« $1 » là où un mot est attendu'],
  [/\bfound "(.*)" without its "(.*?)"(?:; expected (.*))?$/, '« $1 » sans « $2 »'],
  [/\bfound the gap (.*); allowed: (.*) with /, 'trou $1 ; permis : $2 avec '],
  [/\bfound "(.*)"; unbounded repetition is not allowed, write /, '« $1 » : pas de répétition sans limite, écrivez '],
  [
    /\bno word that must be there: a phrase of gaps and optional words alone is found everywhere/,
    'aucun mot obligatoire : une expression de trous et de mots facultatifs serait trouvée partout',
  ],
  [
    /\bfound the lemma (\{.*\}), which the dictionary does not know; write its forms (.*)$/,
    'le dictionnaire ne connaît pas $1 ; écrivez ses formes $2',
  ],
  [/\bfound the class (#\S+); allowed: /, 'pas de classe $1 ; il y a : '],
  [/"!" takes single words only/, '« ! » ne va qu’avec un seul mot'],
  [/\ba phrase is expected: bare words, or /, 'une expression est attendue : des mots, ou '],
  [
    /\ba list of phrases is expected, one a line after "- "/,
    'une liste d’expressions est attendue, une par ligne après « - »',
  ],
  // Files of the lexicon.
  [/\bfound the key "(.*?)"; allowed: /, 'clé « $1 » inconnue ; permis : '],
  [/\bfound emotion (.*); allowed: (-?\d) to (\d)/, 'émotion $1 ; permis : de $2 à $3'],
  [
    /\bfound a file for "(.*)", which is no marker; allowed: /,
    'fichier pour « $1 », qui n’est pas un marqueur ; il y a : ',
  ],
  [/\bfound speaker (\S+); (\S+) belongs to the agent/, 'locuteur $1 ; $2 est au conseiller (agent)'],
  [/\bfound speaker (\S+); (\S+) belongs to the client/, 'locuteur $1 ; $2 est au client'],
  [/\bfound speaker "(.*)"; allowed: /, 'locuteur « $1 » ; permis : '],
  [/\bfound turns "(.*)"; allowed: /, 'tours « $1 » ; permis : '],
  [/\bfound the condition "(.*?)"; allowed: /, 'condition « $1 » inconnue ; permis : '],
  [
    /\bfound the name "(.*)" in a condition; allowed: a marker, "question", or a part "\.name" of this file/,
    'nom « $1 » dans une condition ; permis : un marqueur, « question » ou une partie « .nom » de ce fichier',
  ],
  [/\bfound also "(.*)", which is no marker/, '« $1 » n’est pas un marqueur'],
  [/\bthe file of this marker is missing/, 'le fichier de ce marqueur manque'],
  [/\bno label; write label: /, 'pas de libellé ; écrivez label: '],
  [
    /\ban empty file; write label, speaker, phrases and examples/,
    'fichier vide ; écrivez label, speaker, phrases et examples',
  ],
  [
    /\ba pair needs "of: marker" and "any:" with at least one list of markers or parts/,
    'une paire demande « of: marqueur » et « any: » avec au moins une liste de marqueurs ou de parties',
  ],
  // Word classes.
  [/\bthe class (.*) needs a list of words/, 'la classe $1 demande une liste de mots'],
  [/\bthe class (.*) is there twice/, 'la classe $1 est là deux fois'],
  [/\ba word or a (\{lemma\}) is expected/, 'un mot ou un $1 est attendu'],
  [
    /\bfound the form "(.*)"; a single word of letters is expected/,
    'forme « $1 » ; un seul mot, en lettres, est attendu',
  ],
  [
    /\bthe form "(.*)" needs the words it stands for, or ""/,
    'la forme « $1 » demande les mots qu’elle remplace, ou ""',
  ],
  // Examples.
  [/\bfound "(.*)"; an example starts with "\+ " or "- "/, '« $1 » : un exemple commence par « + » ou « - »'],
  [
    /\ba positive example without < >; put < > around the words that must be heard/,
    'exemple positif sans < > ; mettez < > autour des mots à entendre',
  ],
  [
    /\ba negative example with < >; nothing of it may be heard/,
    'exemple négatif avec < > ; rien ne doit y être entendu',
  ],
  [/\bheard (.*), the example wants (.*?): /, 'entendu : $1 ; l’exemple veut : $2 — '],
  [/\bfound "\((.*)\)"; allowed: /, '« ($1) » ; permis : '],
  // Scorecard, suggestions.
  [/\bthere is no (?:behaviour|marker|fact|word class) "(.*)"; there are: /, '« $1 » n’existe pas ; il y a : '],
  [/\bbehaviour "(.*)" needs "shown"/, 'le comportement « $1 » demande « shown »'],
  [/"(.*)" holds no word/, '« $1 » ne contient aucun mot'],
  [
    /"(.*)" is too short to be completed; give at least three letters before \*/,
    '« $1 » est trop court ; donnez au moins trois lettres avant *',
  ],
  [/"(.*)" is no mood of (.*); allowed: /, '« $1 » n’est pas une humeur de $2 ; permis : '],
  [/"(.*)" is no window; allowed: /, '« $1 » n’est pas une fenêtre ; permis : '],
  [/"after" needs "in: next n"/, '« after » demande « in: next n »'],
  [
    /"in: next n" needs "after" with the markers that it counts from/,
    '« in: next n » demande « after » avec les marqueurs dont on compte',
  ],
  [/"after" goes with "in: next n" only/, '« after » ne va qu’avec « in: next n »'],
  [/\ba condition must be a marker or a map with one of: /, 'une condition est un marqueur, ou l’une de ces clés : '],
  [/\ba condition needs one of: /, 'une condition demande l’une de ces clés : '],
  [/\ba condition with "(.*)" has no key "(.*)"; allowed: /, 'une condition « $1 » n’a pas de clé « $2 » ; permis : '],
  // Any YAML.
  [/(\S.*) has no key "(.*?)"; allowed: /, '$1 n’a pas de clé « $2 » ; permis : '],
  [/(\S.*) must be a map of keys and values/, '$1 : des clés et leurs valeurs sont attendues'],
  [/(\S.*) must be a list/, '$1 : une liste est attendue'],
  [/(\S.*) must be a text/, '$1 : un texte est attendu'],
  [/(\S.*) must be a number of at least (\S+)/, '$1 : un nombre d’au moins $2 est attendu'],
  [/(\S.*) must be true or false/, '$1 : true ou false est attendu'],
  // Mapping files.
  [/\ba mapping is expected, with the keys /, 'une correspondance est attendue, avec les clés '],
  [/\beach: (.*); one of (.*) is expected/, 'each: $1 ; permis : $2'],
  [
    /\bno fields; at least text is expected: which column or path holds it/,
    'pas de fields ; il faut au moins text : la colonne ou le chemin de ce qui est dit',
  ],
  [
    /\bfields: no text; the column or path of what is said is expected/,
    'fields: pas de text ; la colonne ou le chemin de ce qui est dit est attendu',
  ],
  [/\bdelimiter: one character is expected/, 'delimiter: un seul caractère est attendu'],
  [/\bkeys with values are expected/, 'des clés et leurs valeurs sont attendues'],
  [/\bunknown key "(.*)"; one of (.*) is expected/, 'clé « $1 » inconnue ; permis : $2'],
  [
    /\ba text is expected: the name of a column, its number, or a path/,
    'un texte est attendu : le nom d’une colonne, son numéro ou un chemin',
  ],
];
