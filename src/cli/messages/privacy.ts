// What the options about people's privacy say, in French and in English.

/** The help of those options in one language. */
export interface PrivacyMessages {
  readonly redact: string;
  readonly pseudonyms: string;
}

/** What they say in a language. */
export const privacyMessages: Readonly<Record<'fr' | 'en', PrivacyMessages>> = {
  fr: {
    redact:
      'masque noms, téléphones, courriels, adresses, cartes, IBAN et numéros de sécurité sociale, à longueur égale',
    pseudonyms:
      'remplace les conseillers par des pseudonymes tirés de la clé de ce fichier, qui garde qui est qui (créé s’il manque)',
  },
  en: {
    redact: 'masks names, phones, e-mails, addresses, cards, IBAN and social-security numbers, length for length',
    pseudonyms:
      'replaces agents by pseudonyms drawn from the key in this file, which keeps who is who (made where missing)',
  },
};
