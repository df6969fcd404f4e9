import { describe, expect, it } from 'vitest'
import { readSettings } from './settings'

const read = (env: Record<string, string> = {}) => readSettings(env, '/here')

describe('settings', () => {
  it('have defaults that keep to this machine', () => {
    expect(read()).toEqual({
      host: '127.0.0.1',
      port: 8090,
      portChosen: false,
      gatewayPort: 8091,
      gatewayPortChosen: false,
      dataDirectory: '/here/.data',
      nuclioDashboardUrl: undefined,
      allowedHosts: [],
      allowedOrigins: [],
      namespaces: ['nuclio'],
      testControls: false,
      dialect: 'documented',
      logLevel: 'warn',
    })
  })

  it('come from the environment', () => {
    expect(
      read({
        HOST: '0.0.0.0',
        PORT: '0',
        GATEWAY_PORT: '9000',
        DATA_DIR: 'data',
        NUCLIO_DASHBOARD_URL: 'http://nuclio.example:8070/x?y#z',
        ALLOWED_HOSTS: 'Dash.example, 10.0.0.1:80,',
        ALLOWED_ORIGINS: 'https://dash.example/',
        NAMESPACES: 'one,two,one',
        TEST_CONTROLS: '1',
        TEST_DIALECT: 'nuclio',
        LOG_LEVEL: 'debug',
      }),
    ).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      portChosen: true,
      gatewayPort: 9000,
      gatewayPortChosen: true,
      dataDirectory: '/here/data',
      nuclioDashboardUrl: new URL('http://nuclio.example:8070/x'),
      allowedHosts: ['dash.example', '10.0.0.1:80'],
      allowedOrigins: ['https://dash.example'],
      namespaces: ['one', 'two'],
      testControls: true,
      dialect: 'nuclio',
      logLevel: 'debug',
    })
    expect(read({ HOST: 'localhost' }).host).toBe('127.0.0.1')
    expect(read({ HOST: '[::1]' }).host).toBe('::1')
  })

  it.each([
    [{ HOST: '0.0.0.0' }, /ALLOWED_HOSTS/],
    [{ HOST: '::' }, /ALLOWED_HOSTS/],
    [{ PORT: '80a' }, /PORT=80a/],
    [{ PORT: '70000' }, /65535/],
    [{ GATEWAY_PORT: '-1' }, /GATEWAY_PORT/],
    [{ NUCLIO_DASHBOARD_URL: 'nuclio:8070' }, /NUCLIO_DASHBOARD_URL/],
    [{ ALLOWED_HOSTS: 'http://dash.example' }, /ALLOWED_HOSTS/],
    [{ ALLOWED_ORIGINS: 'dash.example' }, /ALLOWED_ORIGINS/],
    [{ ALLOWED_ORIGINS: 'https://dash.example/path' }, /ALLOWED_ORIGINS/],
    [{ NAMESPACES: 'Big' }, /NAMESPACES/],
    [{ TEST_CONTROLS: 'yes' }, /TEST_CONTROLS/],
    [{ TEST_DIALECT: 'nuclio' }, /TEST_CONTROLS=1/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
  ])('refuse %j with a reason', (env, reason) => {
    expect(() => read(env as Record<string, string>)).toThrow(reason)
  })
})
