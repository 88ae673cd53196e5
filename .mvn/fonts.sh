# Sourced by ./tapwright and ./verify: takes the fonts of Debian packages into .fonts, from where a
# build takes them into the station's jar.
#
# Installed packages are copied; others are downloaded and unpacked, for which nobody needs to be
# root. Where neither goes, a build does without: labels in these scripts are then refused. On a
# machine that has no such packages the files may be put into .fonts by hand (docs/labels.md).

font_packages="fonts-noto-ui-core fonts-wqy-microhei"
font_files="
  noto/NotoSansArabicUI-Regular.ttf
  noto/NotoSansArabicUI-Bold.ttf
  noto/NotoSansDevanagariUI-Regular.ttf
  noto/NotoSansDevanagariUI-Bold.ttf
  wqy/wqy-microhei.ttc"

has_fonts() {
  local file
  for file in $font_files; do [ -s "$root/.fonts/${file##*/}" ] || return 1; done
}

# Copies what is there below a folder; a file is whole or not there at all.
copy_fonts() {
  local file
  mkdir -p "$root/.fonts"
  for file in $font_files; do
    [ -s "$root/.fonts/${file##*/}" ] || [ ! -s "$1/usr/share/fonts/truetype/$file" ] || {
      cp "$1/usr/share/fonts/truetype/$file" "$root/.fonts/.part"
      mv "$root/.fonts/.part" "$root/.fonts/${file##*/}"
    }
  done
}

# With the system's package lists, or, where it has none, with lists of our own.
download_fonts() {
  local own="-o Dir::State=$1/state -o Dir::State::status=/var/lib/dpkg/status -o Dir::Cache=$1/cache"
  local patience="-o Acquire::Retries=0 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20"
  mkdir -p "$1/state/lists/partial" "$1/cache/archives/partial"
  # shellcheck disable=SC2086
  (cd "$1" && { apt-get -qq $patience download $font_packages ||
    { apt-get -qq $patience $own update && apt-get -qq $patience $own download $font_packages; }; }) \
    >/dev/null 2>&1
}

fetch_fonts() {
  has_fonts && return 0
  copy_fonts ""
  has_fonts && return 0
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 1
  local work package
  work=$(mktemp -d)
  download_fonts "$work" && for package in "$work"/*.deb; do dpkg-deb -x "$package" "$work"; done &&
    copy_fonts "$work"
  rm -rf "$work"
  has_fonts
}
