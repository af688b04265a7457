import { Order } from './Order.ts';
import { OrderLine } from './OrderLine.ts';
import { OrderMetrics } from './OrderMetrics.ts';
import { Product } from './Product.ts';
import { Purchase } from './Purchase.ts';
import { Query } from './Query.ts';
import { User } from './User.ts';

export const resolvers = { Order, OrderLine, OrderMetrics, Product, Purchase, Query, User };
