/** What an option of curl means here; the rest of the table says why an option is left out. */
export type CurlMeaning =
  | 'method'
  | 'header'
  | 'data'
  | 'data-raw'
  | 'data-binary'
  | 'data-urlencode'
  | 'json'
  | 'form'
  | 'form-string'
  | 'get'
  | 'head'
  | 'user'
  | 'bearer'
  | 'cookie'
  | 'user-agent'
  | 'referer'
  | 'range'
  | 'insecure'
  | 'max-time'
  | 'url'
  | 'url-query'
  | 'upload'
  | 'globoff'
  | 'as-is'

/** Why an option is left out: it is about curl's output, about the connection, and so on. */
export type CurlLeftOut = 'output' | 'connection' | 'redirects' | 'compression' | 'sign-in' | 'settings'

interface Option {
  means: CurlMeaning | CurlLeftOut
  takesValue: boolean
}

const table = new Map<string, Option>()

function define(means: Option['means'], takesValue: boolean, names: string) {
  for (const name of names.split(' ')) table.set(name, { means, takesValue })
}

define('method', true, '-X --request')
define('header', true, '-H --header')
define('data', true, '-d --data --data-ascii')
define('data-raw', true, '--data-raw')
define('data-binary', true, '--data-binary')
define('data-urlencode', true, '--data-urlencode')
define('json', true, '--json')
define('form', true, '-F --form')
define('form-string', true, '--form-string')
define('get', false, '-G --get')
define('head', false, '-I --head')
define('user', true, '-u --user')
define('bearer', true, '--oauth2-bearer')
define('cookie', true, '-b --cookie')
define('user-agent', true, '-A --user-agent')
define('referer', true, '-e --referer')
define('range', true, '-r --range')
define('insecure', false, '-k --insecure')
define('max-time', true, '-m --max-time')
define('url', true, '--url')
define('url-query', true, '--url-query')
define('upload', true, '-T --upload-file')
define('globoff', false, '-g --globoff')
define('as-is', false, '--path-as-is')

define(
  'output',
  true,
  '-o --output -w --write-out -D --dump-header --trace --trace-ascii --stderr --output-dir -c --cookie-jar',
)
define('output', true, '--create-file-mode --etag-save --libcurl')
define(
  'output',
  false,
  '-s --silent -S --show-error -v --verbose -i --include --show-headers -O --remote-name -J --remote-header-name -# --progress-bar --progress-meter',
)
define(
  'output',
  false,
  '-f --fail --fail-with-body --fail-early -N --buffer --trace-time --trace-ids --create-dirs --remote-name-all --xattr --styled-output -R --remote-time -a --append --remove-on-error',
)
define(
  'connection',
  true,
  '--connect-timeout -x --proxy -U --proxy-user --preproxy --socks4 --socks4a --socks5 --socks5-hostname --noproxy --proxy-header --interface --resolve --connect-to --dns-servers',
)
define(
  'connection',
  true,
  '--cacert --capath -E --cert --cert-type --key --key-type --pass --pinnedpubkey --crlfile --ciphers --tls13-ciphers --tls-max --curves --unix-socket --abstract-unix-socket',
)
define(
  'connection',
  true,
  '--retry --retry-delay --retry-max-time --limit-rate -y --speed-time -Y --speed-limit --keepalive-time --expect100-timeout --happy-eyeballs-timeout-ms --local-port --max-filesize -z --time-cond -C --continue-at --rate --parallel-max --proto --proto-default --proto-redir --request-target --doh-url --alt-svc --hsts',
)
define(
  'connection',
  false,
  '--http0.9 -0 --http1.0 --http1.1 --http2 --http2-prior-knowledge --http3 --http3-only -1 --tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 --ssl --ssl-reqd -2 -3 -4 --ipv4 -6 --ipv6',
)
define(
  'connection',
  false,
  '--retry-connrefused --retry-all-errors --keepalive --sessionid --tcp-nodelay --tcp-fastopen --alpn --npn --proxy-insecure -p --proxytunnel --cert-status --ssl-no-revoke --raw --tr-encoding -Z --parallel --parallel-immediate --ignore-content-length --false-start --disallow-username-in-url --ca-native',
)
define('redirects', false, '-L --location --location-trusted --post301 --post302 --post303')
define('redirects', true, '--max-redirs')
define('compression', false, '--compressed')
define('sign-in', false, '--digest --ntlm --negotiate --anyauth --basic -n --netrc --netrc-optional')
define('sign-in', true, '--aws-sigv4 --netrc-file --delegation --service-name --login-options --sasl-authzid')
define('settings', true, '-K --config --variable')
define('settings', false, '-q --disable -j --junk-session-cookies')

/** One option as given, or a word that is none and so a URL. */
export type CurlArgument =
  | { kind: 'option'; name: string; means: CurlMeaning | CurlLeftOut; value: string; isNegated: boolean }
  | {
      kind: 'url'
      value: string
      /** The unknown option before it, whose value it may be. */ behind?: string
    }
  | { kind: 'unknown'; name: string }
  | { kind: 'next' }
  | { kind: 'valueless'; name: string }

/** Reads the words behind `curl`: options written together, values with and without a space, `--no-…`. */
export function readCurlArguments(words: readonly string[]): CurlArgument[] {
  const found: CurlArgument[] = []
  let at = 0
  let behind: string | undefined
  const option = (name: string, { means, takesValue }: Option, attached?: string) => {
    const value = takesValue ? (attached ?? words[at++]) : ''
    if (value === undefined) found.push({ kind: 'valueless', name })
    else found.push({ kind: 'option', name, means, value, isNegated: false })
  }

  while (at < words.length) {
    const word = words[at++] ?? ''
    const before = behind
    behind = undefined
    if (word === '--next' || word === '-:') {
      found.push({ kind: 'next' })
    } else if (word.startsWith('--') && word !== '--') {
      const known = table.get(word)
      const positive = table.get(word.replace(/^--no-/, '--'))
      if (known) option(word, known)
      else if (positive && !positive.takesValue)
        found.push({ kind: 'option', name: word, means: positive.means, value: '', isNegated: true })
      else {
        found.push({ kind: 'unknown', name: word })
        behind = word
      }
    } else if (/^-./.test(word) && word !== '--') {
      for (let i = 1; i < word.length; i += 1) {
        const name = `-${word.charAt(i)}`
        const known = table.get(name)
        if (known?.takesValue) {
          option(name, known, i + 1 < word.length ? word.slice(i + 1) : undefined)
          break
        }
        if (known) option(name, known)
        else {
          found.push({ kind: 'unknown', name })
          behind = name
        }
      }
    } else if (word !== '--') {
      found.push({ kind: 'url', value: word, behind: before })
    }
  }
  return found
}
