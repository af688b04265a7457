-- A database and an account for each domain, on MySQL 8+ and MariaDB 10.11+. Run it as an administrator, as often as
-- you like: it adds what is missing and changes nothing that exists. MySQL's container runs it from
-- /docker-entrypoint-initdb.d; `npm run services -- up` applies it at every start.
--
-- An account may do anything in its own database and reaches no other. Its password is `development`, for a database
-- that nobody else can reach. Elsewhere, put your own in before the first run,
--
--   sed "s/'development'/'$PASSWORD'/" sql/mysql-init.sql | mysql -u root -p
--
-- or change it afterwards; a later run does not set it back:
--
--   ALTER USER 'orders'@'%' IDENTIFIED BY '...';

CREATE DATABASE IF NOT EXISTS users CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'users'@'%' IDENTIFIED BY 'development';
GRANT ALL PRIVILEGES ON users.* TO 'users'@'%';

CREATE DATABASE IF NOT EXISTS subscriptions CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'subscriptions'@'%' IDENTIFIED BY 'development';
GRANT ALL PRIVILEGES ON subscriptions.* TO 'subscriptions'@'%';

CREATE DATABASE IF NOT EXISTS preferences CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'preferences'@'%' IDENTIFIED BY 'development';
GRANT ALL PRIVILEGES ON preferences.* TO 'preferences'@'%';

CREATE DATABASE IF NOT EXISTS products CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'products'@'%' IDENTIFIED BY 'development';
GRANT ALL PRIVILEGES ON products.* TO 'products'@'%';

CREATE DATABASE IF NOT EXISTS orders CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'orders'@'%' IDENTIFIED BY 'development';
GRANT ALL PRIVILEGES ON orders.* TO 'orders'@'%';

CREATE DATABASE IF NOT EXISTS workflows CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'workflows'@'%' IDENTIFIED BY 'development';
GRANT ALL PRIVILEGES ON workflows.* TO 'workflows'@'%';

CREATE DATABASE IF NOT EXISTS security CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'security'@'%' IDENTIFIED BY 'development';
GRANT ALL PRIVILEGES ON security.* TO 'security'@'%';

CREATE DATABASE IF NOT EXISTS notifications CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'notifications'@'%' IDENTIFIED BY 'development';
GRANT ALL PRIVILEGES ON notifications.* TO 'notifications'@'%';

CREATE DATABASE IF NOT EXISTS reports CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'reports'@'%' IDENTIFIED BY 'development';
GRANT ALL PRIVILEGES ON reports.* TO 'reports'@'%';
