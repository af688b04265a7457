import { LikedProductEdge } from './LikedProductEdge.ts';
import { Product } from './Product.ts';
import { Query } from './Query.ts';
import { User } from './User.ts';

export const resolvers = { LikedProductEdge, Product, Query, User };
