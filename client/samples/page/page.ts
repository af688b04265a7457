import {
  createClient,
  type Failure,
  MeDocument,
  ProductCatalogueDocument,
  type ProductCatalogueQuery,
  SignInDocument,
} from '../../index.ts';

const PAGE = 10;
let token: string | null = null;
const tessera = createClient({ url: '/graphql', token: () => token });

const find = <E extends Element>(selector: string): E => {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return element;
};
const products = find<HTMLTableSectionElement>('#products');
const more = find<HTMLButtonElement>('#more');
const form = find<HTMLFormElement>('#sign-in');

/** Says what went wrong; nothing for null. */
function report(errors: readonly Pick<Failure, 'message'>[] | null): void {
  find('[role=alert]').textContent = errors?.map(({ message }) => message).join(' ') ?? '';
}

async function showProducts(after: string | null): Promise<void> {
  const result = await tessera.execute(ProductCatalogueDocument, { first: PAGE, after });
  report(result.kind === 'data' ? null : result.errors);
  if (result.kind === 'error' || !result.data.products) return;
  const { edges, pageInfo } = result.data.products;
  products.append(...edges.flatMap(({ node }) => (node ? rowOf(node) : [])));
  more.hidden = !pageInfo.hasNextPage;
  more.onclick = () => void showProducts(pageInfo.endCursor);
}

type Product = NonNullable<NonNullable<ProductCatalogueQuery['products']>['edges'][number]['node']>;

function rowOf({ name, price, likeCount }: Product): HTMLTableRowElement {
  const row = document.createElement('tr');
  for (const text of [name, `${price.amount} ${price.currencyCode}`, String(likeCount)])
    row.insertCell().textContent = text;
  return row;
}

form.onsubmit = async (event) => {
  event.preventDefault();
  const fields = new FormData(form);
  const input = { login: String(fields.get('login')), password: String(fields.get('password')) };
  const signIn = await tessera.execute(SignInDocument, { input });
  if (signIn.kind === 'error') return report(signIn.errors);
  const { token: issued, userErrors } = signIn.data.signIn ?? { token: null, userErrors: [] };
  if (!issued) return report(userErrors);
  token = issued;
  await greet();
};

async function greet(): Promise<void> {
  const me = await tessera.execute(MeDocument);
  report(me.kind === 'data' ? null : me.errors);
  if (me.kind === 'error' || !me.data.me) return;
  const { firstName, subscription } = me.data.me;
  const greeting = find<HTMLParagraphElement>('#greeting');
  greeting.textContent = `Hello ${firstName}${subscription?.product ? `, subscriber of ${subscription.product.name}` : ''}.`;
  greeting.hidden = false;
  form.hidden = true;
}

await showProducts(null);
