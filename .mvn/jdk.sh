# Sourced by ./tapwright and ./verify: finds a JDK 25 and sets JAVA_HOME to it.

jdk_version=25

is_jdk() {
  [ -n "${1:-}" ] || return 1
  { [ -x "$1/bin/javac" ] || [ -x "$1/bin/javac.exe" ]; } || return 1
  grep -q "^JAVA_VERSION=\"$jdk_version[.\"+-]" "$1/release" 2>/dev/null
}

# The folder that holds bin/javac, however many links lead to it.
jdk_on_path() {
  local javac
  javac=$(command -v javac) || return 1
  while [ -L "$javac" ]; do
    local target
    target=$(readlink "$javac")
    case $target in
      /*) javac=$target ;;
      *) javac=$(dirname "$javac")/$target ;;
    esac
  done
  dirname "$(dirname "$javac")"
}

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$(jdk_on_path || true)" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "/c/Program Files/Java"/* "/c/Program Files/Eclipse Adoptium"/* \
    "/c/Program Files/Microsoft"/jdk* "/c/Program Files/Zulu"/* \
    "/c/Program Files/Amazon Corretto"/*; do
    if is_jdk "$home"; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
  done
  cat >&2 <<EOF
tapwright: no JDK $jdk_version was found: not in JAVA_HOME, not on the PATH, not in the usual folders.
Install one and try again, for example:
  Debian, Ubuntu   apt-get install openjdk-$jdk_version-jdk   (or Temurin $jdk_version)
  macOS            brew install openjdk@$jdk_version
  Windows          winget install EclipseAdoptium.Temurin.$jdk_version.JDK
Or set JAVA_HOME to the folder of one that you have.
EOF
  return 1
}
