/** A domain's words, in each form that its files need. */
export interface Words {
  /** `GiftCard` */
  readonly pascal: string;
  /** `giftCard` */
  readonly camel: string;
  /** `gift_card` */
  readonly snake: string;
  /** `gift card` */
  readonly spoken: string;
  /** `a` or `an` */
  readonly article: string;
}

/** The forms of a name that is given in any of them. */
export function wordsOf(name: string): Words {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _-]+/);
  const pascal = words.map(capitalise).join('');
  return {
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    snake: words.join('_'),
    spoken: words.join(' '),
    article: /^[aeiou]/.test(words[0] ?? '') ? 'an' : 'a',
  };
}

export const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The singular of a regular English plural; a name that is none stays as it is. */
export function singular(name: string): string {
  if (/[^aeiou]ies$/.test(name)) return `${name.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(name)) return name.slice(0, -2);
  return /[^s]s$/.test(name) ? name.slice(0, -1) : name;
}

/** The regular English plural. */
export function plural(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
