import { describe, expect, it } from 'vitest'
import { externalUrls, internalUrls, shortUrl, usableUrl } from './function-urls'

const page = { hostname: 'tools.example', protocol: 'http:' }
const secure = { hostname: 'tools.example', protocol: 'https:' }
const withStatus = (status: object) => ({ metadata: { name: 'f' }, spec: {}, status })

describe('usableUrl', () => {
  it.each([
    ['127.0.0.1:31002', 'http://127.0.0.1:31002'],
    ['0.0.0.0:31002', 'http://tools.example:31002'],
    ['[::]:31002', 'http://tools.example:31002'],
    ['[::1]:31002', 'http://[::1]:31002'],
    ['shop.example/v1', 'http://shop.example/v1'],
    ['https://shop.example/v1', 'https://shop.example/v1'],
    ['shop.example:443/v1', 'https://shop.example:443/v1'],
    ['f.nuclio.svc.cluster.local:8080', 'http://f.nuclio.svc.cluster.local:8080'],
  ])('%s is %s', (address, url) => {
    expect(usableUrl(address, page)).toBe(url)
  })

  it.each([':8080', '0.0.0.0:-1', '0.0.0.0:0', 'host:', '', 'host:70000'])('%j leads nowhere', (address) => {
    expect(usableUrl(address, page)).toBeUndefined()
  })

  it('gives an ingress the scheme of the page and a port plain http', () => {
    expect(usableUrl('shop.example/v1', secure)).toBe('https://shop.example/v1')
    expect(usableUrl('shop.example:31002', secure)).toBe('http://shop.example:31002')
  })
})

describe('externalUrls', () => {
  it('drops what leads nowhere and what is listed twice', () => {
    const fn = withStatus({ externalInvocationUrls: ['0.0.0.0:-1', '10.0.0.1:31002', '10.0.0.1:31002'] })
    expect(externalUrls(fn, page)).toEqual(['http://10.0.0.1:31002'])
  })

  it('falls back on the published port', () => {
    expect(externalUrls(withStatus({ httpPort: 31002 }), page)).toEqual(['http://tools.example:31002'])
    expect(externalUrls(withStatus({ httpPort: -1 }), page)).toEqual([])
    expect(externalUrls(withStatus({}), page)).toEqual([])
  })
})

describe('internalUrls', () => {
  it('knows none for a disabled function', () => {
    expect(internalUrls(withStatus({ internalInvocationUrls: [':8080'] }), page)).toEqual([])
  })
})

describe('shortUrl', () => {
  it('is the port on the host of the page', () => {
    expect(shortUrl('http://tools.example:31002', page)).toBe(':31002')
    expect(shortUrl('http://shop.example/v1', page)).toBe('shop.example/v1')
  })
})
