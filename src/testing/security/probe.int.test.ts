import { afterAll, beforeAll, expect, it } from 'vitest'
import { startStage, type Stage } from './stage'
let stage: Stage
beforeAll(async () => { stage = await startStage() })
afterAll(async () => { await stage.stop() })
it('probe', async () => {
  const rec = await stage.staff('recruiter'); const cand = await stage.portal({})
  for (const c of [
    { path: '/api/users' }, { path: '/api/candidates' }, { path: '/api/candidates', as: rec }, { path: '/api/candidates', as: cand },
    { path: '/api/candidates/abc', as: rec }, { path: '/api/candidates/abc', as: cand }, { path: '/api/candidates/0190a000-0000-7000-8000-000000000009', as: cand },
    { path: '/api/users/first-register', method: 'POST', json: { email: 'a@b.de', password: 'x' } },
    { path: '/api/candidates', method: 'POST', as: rec }, { path: '/api/candidates', method: 'POST', as: rec, json: {} },
    { path: '/api/access', as: rec }, { path: '/api/access' }, { path: '/api/users/me', as: rec }, { path: '/api/users/logout', method: 'POST', as: cand },
    { path: '/api/graphql', method: 'POST', json: {} }, { path: '/api/users/me', method: 'HEAD', as: rec }, {path:'/api/media/file/x.png'}, {path:'/api/media/file/x.png', as: rec},
    { path: '/api/payload-jobs/run', as: rec }, { path: '/api/payload-preferences', as: rec }, { path: '/api/payload-preferences/nav', method:'POST', as: cand, json: {value: 1} },
    { path: '/api/payload-kv', as: rec }, { path: '/api/payload-migrations', as: rec },
  ]) {
    const t = performance.now()
    const a = await stage.call(c)
    console.log(c.method ?? 'GET', c.path, c.as ? c.as === rec ? 'rec':'cand' : 'anon', a.status, a.text.slice(0, 140), Math.round(performance.now()-t))
  }
  expect(1).toBe(1)
})
