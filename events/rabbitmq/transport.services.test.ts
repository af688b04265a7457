import { describeBus } from '../testing/contract-suite.ts';
import { provideServices } from './services.ts';

describeBus('the bus on RabbitMQ and MariaDB', provideServices);
