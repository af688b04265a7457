/** `12345.5 CAD` for people; from text, so that no float rounds it. */
export function showMoney({ amount, currencyCode = '' }: { amount: string; currencyCode?: string }): string {
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`}${currencyCode && ` ${currencyCode}`}`;
}

export const showCount = (count: number): string => count.toLocaleString('en');

export const showTime = (time: string): string =>
  new Date(time).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** `1 product`, `2 products`. */
export const countOf = (count: number, noun: string): string =>
  `${showCount(count)} ${noun}${count === 1 ? '' : 's'}`;

/** `OUT_OF_RANGE` as `Out of range`. */
export const sentenceOf = (name: string): string => {
  const text = name.replaceAll('_', ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};
