import type { Hono } from 'hono'
import type { RenderTemplateRequest } from '@/api/generated/schema'
import type { Platform } from '../../platform/platform'
import type { Contract } from '../contract'
import { header } from '../parameters'
import { readJson, type HttpEnv } from '../request-body'
import { byName, route } from '../route'

/** `/api/function_templates` and the rendering of a template with values. */
export function registerFunctionTemplates(app: Hono<HttpEnv>, platform: Platform, contract: Contract): void {
  route(app, '/api/function_templates', {
    GET: async (c) => c.json(byName(await platform.templates.list(header(c, 'x-nuclio-filter-contains')))),
  })

  route(app, '/api/function_templates/render', {
    POST: async (c) => {
      const body = await readJson(c)
      contract.check('post /function_templates/render', body)
      return c.json(await platform.templates.render(body as RenderTemplateRequest))
    },
  })
}
