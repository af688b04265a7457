const PRODUCT_FIELDS = ['name', 'price', 'weight', 'inStock', 'shippingEstimate'];
const REVIEW_FIELDS = ['body', 'author { id name username }'];
const ROOTS = ['users { id name reviews { id } }'];

/** As many operations as there are sets of these fields. */
const MOST = 2 ** (PRODUCT_FIELDS.length + REVIEW_FIELDS.length + ROOTS.length);

/**
 * Operations over the public graph that all differ: each asks for another set of fields.
 *
 * @param count 256 at most
 */
export function differentOperations(count: number): string[] {
  if (count > MOST) throw new RangeError(`there are only ${MOST} different operations`);
  return Array.from({ length: count }, (_, number) => {
    let rest = number;
    const chosen = (fields: readonly string[]) =>
      fields.filter(() => {
        const isChosen = rest % 2 === 1;
        rest >>= 1;
        return isChosen;
      });
    const product = ['upc', ...chosen(PRODUCT_FIELDS)].join(' ');
    const review = ['id', ...chosen(REVIEW_FIELDS)].join(' ');
    const roots = chosen(ROOTS).join(' ');
    return `query Operation${number} { topProducts { ${product} reviews { ${review} } } ${roots} }`;
  });
}
