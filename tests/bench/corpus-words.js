// What the invented people of the corpus say. Slots: %agent, %client, %thing, %detail, %rare (a made-up word), %n, %amount.

export const agents = ['Nadia', 'Bruno', 'Anaëlle', 'Karim', 'Solange', 'Théo', 'Maïté', 'Loïc', 'Fatou', 'Jean-Marc'];

export const clients = [
  'Régine Vasseur',
  'Ali Benkacem',
  'Odile Le Goff',
  'Samuel Tremblay',
  'Inès Carvalho',
  'Pascal Dumoulin',
  'Aïssatou Diallo',
  'Hugo Fontaine',
  'Ghislaine Peeters',
  'Marc Bouchard',
];

export const things = [
  'ma box',
  'mon colis',
  'mon abonnement',
  'ma facture',
  'mon compteur',
  'mon contrat d’assurance',
  'le remboursement',
  'ma carte',
  'mon rendez-vous',
  'le technicien',
  'mon virement',
  'le lave-linge',
  'ma commande de %rare',
  'mon dossier',
  'le code d’accès',
];

export const details = [
  'depuis lundi',
  'depuis trois semaines',
  'alors que j’avais prévenu',
  'et personne ne me rappelle',
  'comme la dernière fois',
  'au milieu du repas',
  'à cause de la mise à jour',
  'chez mon voisin aussi',
  'dans la rue des %rare',
  'à l’agence de %rare',
  'sur la ligne numéro %n',
  'pour un montant de %amount euros',
];

export const problems = [
  "j'ai un souci avec %thing %detail.",
  '%thing n’est toujours pas arrivé, %detail.',
  "on m'a prélevé %amount euros pour %thing et je ne comprends pas pourquoi.",
  'je voudrais savoir où en est %thing, %detail.',
  "c'est la troisième fois que j'appelle pour %thing, %detail !",
  "le voyant clignote en %rare et l'écran affiche erreur %n.",
  'est-ce que vous pouvez regarder %thing ? je n’ai pas accès à mon espace.',
  'ma mère de quatre-vingts ans attend %thing %detail.',
  "je paie %amount euros par mois et %thing ne marche pas, c'est quand même incroyable.",
  "j'ai déménagé le %n et %thing est resté à l'ancienne adresse.",
  'il y a une ligne « %rare » sur la facture, à quoi ça correspond ?',
  'le livreur a laissé le paquet devant la porte %n, il pleuvait.',
];

export const acts = {
  greeting: [
    'Bonjour, %agent à votre écoute, que puis-je faire pour vous ?',
    'Service clients bonjour, ici %agent.',
    'Bonjour et bienvenue, je suis %agent, comment puis-je vous aider ?',
    'Bonjour, vous êtes bien au service technique, %agent à l’appareil.',
  ],
  hello: ['Bonjour,', 'Bonjour madame,', 'oui bonjour alors voilà', 'Salut,', 'Allô ? oui,', 'Bonsoir,', ''],
  care: [
    'Je comprends tout à fait votre agacement.',
    'Je suis désolé pour ce désagrément, madame %client.',
    'Oh là là, ce n’est pas normal, je suis navrée.',
    'Merci de votre patience.',
    'Très bien monsieur %client.',
    'D’accord, je vois.',
    'Ça doit être vraiment pénible.',
    'Je vous remercie pour ces précisions.',
  ],
  work: [
    'Je regarde tout de suite votre dossier.',
    'Je viens de relancer la commande, vous recevrez un message avant %n heures.',
    'Alors, je vois sur mon écran que le paiement du %n a été rejeté.',
    'Je vous ai remis les frais de %amount euros, ils seront sur votre compte d’ici trois jours.',
    'Je transmets au service comptable avec la référence %rare%n.',
    'Si je résume, le problème est apparu après le changement d’adresse, c’est bien ça ?',
    'J’ai redémarré la ligne à distance, est-ce que le voyant est vert maintenant ?',
    'Le technicien passera mardi entre %n et %n heures, il vous appellera avant.',
    'Je m’en occupe personnellement et je vous rappelle demain matin.',
  ],
  ask: [
    'Pouvez-vous me donner votre numéro de contrat s’il vous plaît ?',
    'Depuis quand avez-vous ce problème ?',
    'Est-ce que vous avez essayé de débrancher le boîtier ?',
    'C’est à quel nom ?',
    'Quelle est l’adresse de livraison ?',
    'Vous avez reçu un message d’erreur ?',
  ],
  refuse: [
    'Malheureusement je ne peux pas vous rembourser cette option.',
    'Ce n’est pas possible de notre côté, en revanche je peux vous proposer un avoir.',
    'Ça c’est pas mon service, il faut voir avec la boutique.',
    'Je n’ai pas la main sur ce dossier.',
    'Vous auriez dû lire les conditions.',
  ],
  promise: [
    'Vous aurez la réponse sous 48 heures, sans faute.',
    'Il n’y aura aucun souci, je vous le garantis.',
    'Je note de vous rappeler vendredi à %n heures.',
    'Le délai est de cinq à sept jours ouvrés.',
  ],
  hold: [
    'Ne quittez pas, je vérifie.',
    'Un petit instant s’il vous plaît.',
    'Merci d’avoir patienté.',
    'Je vous mets en attente une minute, le temps de consulter mon responsable.',
  ],
  answer: [
    'oui c’est le %n%n%n%n.',
    'non je n’ai rien touché, j’ai juste rebranché la prise %rare.',
    'attendez je cherche le papier… voilà, c’est %rare tiret %n.',
    'c’est au nom de %client.',
    'je l’ai déjà donné à votre collègue la semaine dernière.',
    'le matin de préférence, l’après-midi je garde mes petits-enfants.',
    'je crois que ça a commencé après l’orage.',
    'et pour le mois prochain ça se passe comment ?',
  ],
  upset: [
    'franchement c’est n’importe quoi, j’en ai marre.',
    'Je vais résilier si ça continue !!',
    'ça fait une heure que j’attends, c’est inadmissible.',
    'vous vous moquez du monde ou quoi ?',
    'passez-moi un responsable.',
    'je suis à bout, je ne sais plus quoi faire.',
    'je ne suis vraiment pas content de votre service.',
  ],
  pleased: [
    'ah super, merci beaucoup !',
    'c’est parfait, vous êtes très efficace.',
    'ouf, je suis soulagée :)',
    'génial, je ne m’y attendais pas.',
    'c’est gentil de votre part.',
  ],
  short: ['ok', 'oui', 'd’accord', 'hmm', 'non', 'ben oui', 'voilà', 'ah bon ?', 'oui oui', 'très bien'],
  closing: [
    'Avez-vous une autre question ?',
    'Est-ce que je peux faire autre chose pour vous ?',
    'Est-ce que cette solution vous convient ?',
    'Voilà, c’est réglé de mon côté.',
  ],
  thanks: [
    'non merci, c’est tout.',
    'merci bonne journée',
    'non ça ira',
    'Merci à vous, au revoir.',
    'bon, on verra bien.',
  ],
  goodbye: [
    'Je vous souhaite une excellente journée, au revoir madame %client.',
    'Bonne journée et à bientôt !',
    'Merci de votre appel, bonne fin de journée.',
    'Au revoir.',
  ],
};

/** Syllables of made-up words: names, references, what speech-to-text makes of them. */
export const rare =
  'ba bel bri cal chan cor dal dre fa fon gar gui ja jo ka la lin lo mar mé mi mon na nel no pa pier po ra ren ri sa sen ta tel ti tou va ver vi zan zo'.split(
    ' ',
  );
