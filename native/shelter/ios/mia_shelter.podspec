Pod::Spec.new do |s|
  s.name             = 'mia_shelter'
  s.version          = '0.1.0'
  s.summary          = "What only a platform's own code can do for MIA companion."
  s.homepage         = 'https://mia-vidare.se'
  s.license          = { :type => 'EUPL-1.2' }
  s.author           = 'MIA Vidare'
  s.source           = { :path => '.' }
  s.source_files     = 'mia_shelter/Sources/mia_shelter/**/*.swift'
  s.dependency 'Flutter'
  s.platform         = :ios, '13.0'
  s.swift_version    = '5.0'
end
