# Installs Nabla on Windows, by the same installer in nabla.jar. Not tried on Windows yet.
#   powershell -ExecutionPolicy Bypass -File install.ps1 [-Prefix DIR] [-SysPrefix] [-Jdk DIR] [-Uninstall]
param(
  [string] $Prefix,
  [switch] $SysPrefix,
  [string] $Jdk,
  [switch] $Uninstall
)
$ErrorActionPreference = 'Stop'

function Fail([string] $sentence) {
  [Console]::Error.WriteLine("install.ps1: $sentence")
  exit 1
}

# The version of a Java that can run cells (it has JShell), such as 25.0.3; nothing otherwise.
function Get-JShellVersion([string] $folder) {
  $java = Join-Path $folder 'bin\java.exe'
  if (-not (Test-Path -LiteralPath $java)) { return }
  # An old Java complains of the option, which is no reason to stop.
  $ErrorActionPreference = 'Continue'
  $module = & $java --list-modules 2>$null | Where-Object { $_ -match '^jdk\.jshell@(\d+(\.\d+)*)' }
  if ($module) { return $Matches[1] }
}

# As a number to compare by: 17 -> 17.0
function ConvertTo-Version([string] $text) {
  if ($text -notmatch '\.') { $text = "$text.0" }
  return [version] (($text -split '\.' | Select-Object -First 4) -join '.')
}

# The newest JDK of 17 or newer among the usual places.
function Find-Jdk {
  $folders = @($env:JAVA_HOME)
  $onPath = Get-Command java.exe -ErrorAction SilentlyContinue
  if ($onPath) { $folders += Split-Path (Split-Path $onPath.Source) }
  foreach ($vendor in 'Eclipse Adoptium', 'Java', 'Microsoft', 'Amazon Corretto', 'Zulu') {
    $folders += Get-ChildItem -Directory -ErrorAction SilentlyContinue `
      (Join-Path $env:ProgramFiles $vendor) | ForEach-Object { $_.FullName }
  }
  $best = $null
  foreach ($folder in $folders | Where-Object { $_ } | Select-Object -Unique) {
    $text = Get-JShellVersion $folder
    if (-not $text) { continue }
    $found = ConvertTo-Version $text
    if ($found.Major -ge 17 -and (-not $best -or $found -gt $best.Version)) {
      $best = [pscustomobject] @{ Folder = $folder; Version = $found }
    }
  }
  if ($best) { return $best.Folder }
}

if (-not $Jdk) { $Jdk = Find-Jdk }
if (-not $Jdk) {
  Fail 'no JDK of version 17 or newer was found. Type: winget install EclipseAdoptium.Temurin.21.JDK, then install.ps1; or name one with -Jdk DIR.'
}

$jar = Join-Path $PSScriptRoot 'nabla.jar'
if (-not (Test-Path -LiteralPath $jar)) { $jar = Join-Path $PSScriptRoot 'notebooks\target\nabla.jar' }
if (-not (Test-Path -LiteralPath $jar)) {
  Fail 'nabla.jar is missing. Take the zip of a release, or build it: mvn -DskipTests package'
}

$place = @()
if ($SysPrefix) { $place = @('--sys-prefix') }
if ($Prefix) { $place = @('--prefix', $Prefix) }
$java = Join-Path $Jdk 'bin\java.exe'

if ($Uninstall) {
  & $java -jar $jar uninstall @place
  exit $LASTEXITCODE
}

& $java -jar $jar install --jdk $Jdk @place
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& $java -jar $jar doctor @place
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

if (-not (Get-Command jupyter.exe -ErrorAction SilentlyContinue)) {
  Write-Output 'Jupyter is missing. Type: py -m pip install jupyterlab'
}
Write-Output 'Type next:  jupyter lab notebooks\released'
