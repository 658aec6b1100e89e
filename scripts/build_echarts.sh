#!/bin/sh
# Build the plots of the audit page: Apache ECharts with bars, grid and the SVG renderer alone, licences on top.
# sh scripts/build_echarts.sh > src/newsclean/report/page/vendor/echarts.js     (needs node and npm)
set -eu
version=6.1.0
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
npm init -y > npm.log
npm install --ignore-scripts "echarts@$version" esbuild@0.28.2 >> npm.log 2>&1
cat > entry.js <<'END'
import { init, use, version } from "echarts/core";
import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
use([BarChart, GridComponent, SVGRenderer]);
export { init, version };
END
modules=node_modules
cat <<END
/*!
Apache ECharts $version, a reduced build (bars, grid, SVG renderer) by scripts/build_echarts.sh

$(cat $modules/echarts/NOTICE)

Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0

Within it, zrender:

$(cat $modules/zrender/LICENSE)

Within it, parts of d3.js:

$(cat $modules/echarts/licenses/LICENSE-d3)
*/
END
npx esbuild entry.js --bundle --minify --format=iife --global-name=echarts --legal-comments=none --log-level=error 2>> npm.log
