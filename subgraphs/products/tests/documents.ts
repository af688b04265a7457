import type { RequestOptions, TestSubgraph } from '../../../kit/testing/subgraph.ts';

const PRODUCT = `product { id symbol kind name description imageUrl price { amount } stock likeCount viewerLikes version }`;
const FAULTS = 'userErrors { code message path }';

const DOCUMENTS = {
  createProduct: `mutation ($input: CreateProductInput!) { createProduct(input: $input) { ${PRODUCT} ${FAULTS} } }`,
  updateProduct: `mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { ${PRODUCT} ${FAULTS} } }`,
  deleteProduct: `mutation ($input: DeleteProductInput!) { deleteProduct(input: $input) { productId ${FAULTS} } }`,
  restockProduct: `mutation ($input: RestockProductInput!) { restockProduct(input: $input) { ${PRODUCT} ${FAULTS} } }`,
  likeProduct: `mutation ($input: LikeProductInput!) { likeProduct(input: $input) { ${PRODUCT} ${FAULTS} } }`,
  unlikeProduct: `mutation ($input: UnlikeProductInput!) { unlikeProduct(input: $input) { ${PRODUCT} ${FAULTS} } }`,
};

/** Runs one of this domain's mutations, and gives its payload beside the answer's errors. */
export async function mutate(
  products: TestSubgraph,
  mutation: keyof typeof DOCUMENTS,
  input: object,
  viewer: RequestOptions['viewer'] = null,
  // biome-ignore lint/suspicious/noExplicitAny: every payload has a shape of its own, and assertions check it
): Promise<any> {
  const { data, errors } = await products.execute(DOCUMENTS[mutation], { viewer, variables: { input } });
  return { ...data?.[mutation], errors };
}

/** A product that is not in the sample data. */
export const KETTLE = { symbol: 'KTL', kind: 'GOODS', name: 'Kettle', price: '39.90', stock: 5 };
