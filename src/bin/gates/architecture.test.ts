import { describe, expect, it } from 'vitest'
import { importsMap, isPluginName, pluginOrder, usableBy } from '../../architecture'

describe('who may use whom', () => {
  it.each(pluginOrder)('%s comes after all that it uses', (name) => {
    const before = pluginOrder.slice(0, pluginOrder.indexOf(name))
    expect(usableBy(name).filter((used) => !before.includes(used))).toEqual([])
    expect(usableBy(name)).not.toContain(name)
  })

  it('lets those that listen to everything know nothing of each other', () => {
    const listeners = ['integrations', 'notifications', 'reporting']
    const others = pluginOrder.filter((name) => !listeners.includes(name))
    expect(usableBy('notifications')).toEqual(others)
    expect(usableBy('reporting')).toEqual(others)
    for (const listener of listeners) expect(usableBy('integrations')).not.toContain(listener)
  })

  it('knows a plugin by its name only', () => {
    expect(isPluginName('kernel')).toBe(true)
    expect(isPluginName('toString')).toBe(false)
  })
})

describe('importsMap', () => {
  it('opens the doors of a plugin that exists, and none of one that does not', () => {
    const folders = [
      'plugins/kernel',
      'plugins/kernel/domain',
      'plugins/kernel/pdf',
      'plugins/site',
      'plugins/site/pdf',
      'themes/base',
    ]
    expect(importsMap({ exists: (folder) => folders.includes(folder) })).toEqual({
      '#plugins/kernel': './plugins/kernel/index.ts',
      '#plugins/kernel/domain': './plugins/kernel/domain/index.ts',
      '#plugins/kernel/pdf': './plugins/kernel/pdf/index.ts',
      '#plugins/site': './plugins/site/index.ts',
      '#themes': './themes/index.ts',
      '#themes/base': './themes/base/index.ts',
      '#env': './src/env.ts',
    })
  })
})
