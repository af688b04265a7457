import { describeBus } from '../testing/contract-suite.ts';
import { provideServices } from '../testing/services.ts';

describeBus('the bus on RabbitMQ and MariaDB', provideServices);
