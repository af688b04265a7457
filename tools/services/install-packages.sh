#!/bin/sh
# Installs Debian packages, given as arguments, without letting them start or enable system services: the servers of
# a project are private ones. Runs as root.
set -eu

policy=/usr/sbin/policy-rc.d
saved=$policy.before-tessera

restore() {
  rm -f "$policy"
  if [ -e "$saved" ]; then mv "$saved" "$policy"; fi
}
trap restore EXIT
trap 'exit 130' HUP INT TERM

# While this script lives, no package may start a service (see invoke-rc.d(8)). Should it be killed before it restores
# what was there, the file left behind forbids nothing.
if [ -e "$policy" ] && [ ! -e "$saved" ]; then mv "$policy" "$saved"; fi
printf '#!/bin/sh\nkill -0 %s 2>/dev/null && exit 101\nexit 0\n' "$$" >"$policy"
chmod 755 "$policy"

fresh=
for package in "$@"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || fresh="$fresh $package"
done

export DEBIAN_FRONTEND=noninteractive
apt-get -o DPkg::Lock::Timeout=120 update
apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@"

# What was not there before must not start with the machine either.
disable() {
  if command -v systemctl >/dev/null; then systemctl disable "$@" || true; fi
}
case " $fresh " in *' rabbitmq-server '*)
  disable rabbitmq-server.service
  update-rc.d rabbitmq-server disable || true
  ;;
esac
case " $fresh " in *' erlang-base '*) disable epmd.service epmd.socket ;; esac
