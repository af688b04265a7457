import { found } from '../failure.ts';
import {
  RestOrderProcessorMetricsDocument,
  RestOrderProcessorOrderDocument,
  RestOrderProcessorPriceDocument,
  RestOrderProcessorStartDocument,
  RestOrderProcessorStopDocument,
} from '../operations.generated.ts';
import { route } from '../route.ts';
import {
  amount,
  amountOut,
  id,
  idOut,
  list,
  moment,
  object,
  oneOf,
  orNull,
  text,
  whole,
  yes,
} from '../schemas.ts';

const feed = object({ running: yes, since: orNull(moment), placed: whole });
const status = oneOf('PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED');
const price = { execution_price: orNull(amount), currency: orNull(text) };
const order = object({
  id,
  status,
  user_id: orNull(id),
  symbol: orNull(text),
  quantity: whole,
  lines: list(object({ product_id: orNull(id), symbol: orNull(text), product: text, quantity: whole })),
  ...price,
  created_at: moment,
});

type Money = { readonly amount: string; readonly currencyCode: string } | null;
const priceOut = (money: Money) => ({
  execution_price: money && amountOut(money.amount),
  currency: money?.currencyCode ?? null,
});

const path = (...rest: readonly string[]) => rest.map((each) => `/rest/order-processor${each}`);
const optionalId = (value: { readonly id: string } | null) => value && idOut(value.id);

export const orderProcessor = [
  route({
    methods: ['GET', 'POST'],
    paths: path('/'),
    summary: 'Starts the order feed; one that runs goes on as it is.',
    access: 'admin',
    operation: RestOrderProcessorStartDocument,
    answer: ({ data }) => ({ status: 200, body: data.startOrderFeed?.orderFeed }),
    answers: { 200: { description: 'The feed runs.', schema: feed } },
  }),
  route({
    methods: ['GET', 'POST'],
    paths: path('/stop_orders', '/stop_order'),
    summary: 'Stops the order feed; what it has placed is still executed. One that stands stays so.',
    access: 'admin',
    operation: RestOrderProcessorStopDocument,
    answer: ({ data }) => ({ status: 200, body: data.stopOrderFeed?.orderFeed }),
    answers: { 200: { description: 'The feed stands.', schema: feed } },
  }),
  route({
    methods: ['GET'],
    paths: path('/order_info/{id}'),
    summary: 'An order; symbol and quantity are those of its first line and of all.',
    access: 'viewer',
    operation: RestOrderProcessorOrderDocument,
    variables: ({ id }) => ({ id }),
    must: (data) => data.order,
    answer({ data }) {
      const given = found(data.order, 'order with this id');
      return {
        status: 200,
        body: {
          id: idOut(given.id),
          status: given.status,
          user_id: optionalId(given.user),
          symbol: given.lines[0]?.product?.symbol ?? null,
          quantity: given.lines.reduce((sum, { quantity }) => sum + quantity, 0),
          lines: given.lines.map(({ product, productName, quantity }) => ({
            product_id: optionalId(product),
            symbol: product?.symbol ?? null,
            product: productName,
            quantity,
          })),
          ...priceOut(given.executionPrice),
          created_at: given.createdAt,
        },
      };
    },
    answers: { 200: { description: 'The order.', schema: order } },
    failures: [404],
  }),
  route({
    methods: ['GET'],
    paths: path('/cal_execution_price/{id}'),
    summary: 'What an order came to.',
    access: 'viewer',
    operation: RestOrderProcessorPriceDocument,
    variables: ({ id }) => ({ id }),
    answer({ data }) {
      const given = found(data.order, 'order with this id');
      const body = { id: idOut(given.id), status: given.status, ...priceOut(given.executionPrice) };
      return { status: 200, body };
    },
    answers: {
      200: {
        description: 'The price; null until the order executes.',
        schema: object({ id, status, ...price }),
      },
    },
    failures: [404],
  }),
  route({
    methods: ['GET'],
    paths: path('/metrics'),
    summary: 'How many orders were processed, and what they came to on average.',
    access: 'admin',
    operation: RestOrderProcessorMetricsDocument,
    answer({ data }) {
      const { total, executed, averageExecutionPrice: average } = found(data.orderMetrics, 'metrics');
      const price = average && amountOut(average.amount);
      return {
        status: 200,
        body: { total_orders: total, total_processed: executed, average_execution_price: price },
      };
    },
    answers: {
      200: {
        description: 'The figures; the average is null while nothing is executed.',
        schema: object({
          total_orders: whole,
          total_processed: whole,
          average_execution_price: orNull(amount),
        }),
      },
    },
  }),
];
