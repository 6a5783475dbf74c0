import { Body, Controller, Delete, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { BodyUpTo } from '../../platform/http/body-size';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { SHOP_EXAMPLE, ShopResponse } from '../dto/shop.response';
import { LOGO_BYTES_MAX } from './logo.rules';
import { SetAccentDto, SetLogoDto } from './look.dto';
import { ACCENT_UNREADABLE, LOGO_NOT_A_PICTURE } from './look.problems';
import { ShopLook } from './shop-look.service';

/** The picture in Base64, and the JSON around it. */
const LOGO_BODY_BYTES_MAX = Math.ceil(LOGO_BYTES_MAX / 3) * 4 + 1_024;

/** How the shop's pages look: the owner's affair alone. */
@ApiTags('shops')
@Observed()
@Controller('v1/shop')
export class ShopLookController {
  constructor(private readonly look: ShopLook) {}

  @Put('accent')
  @Roles('owner')
  @Operation({
    summary: 'Choose the colour of the shop’s pages',
    description:
      'For customers, kiosk and lobby screen. Colours too pale to be read are refused; in the dark ' +
      'the pages lighten it, and high contrast keeps its own.',
    response: ShopResponse,
    example: SHOP_EXAMPLE,
    problems: [ACCENT_UNREADABLE],
  })
  setAccent(
    @FromRequest() command: Command,
    @Body() { accentColour }: SetAccentDto,
  ): Promise<ShopResponse> {
    return this.look.setAccent(command, accentColour);
  }

  @Put('logo')
  @BodyUpTo(LOGO_BODY_BYTES_MAX)
  @Roles('owner')
  @Operation({
    summary: 'Put up the shop’s logo',
    response: ShopResponse,
    example: SHOP_EXAMPLE,
    problems: [LOGO_NOT_A_PICTURE],
  })
  setLogo(@FromRequest() command: Command, @Body() { content }: SetLogoDto): Promise<ShopResponse> {
    return this.look.setLogo(command, Buffer.from(content, 'base64'));
  }

  @Delete('logo')
  @Roles('owner')
  @Operation({
    summary: 'Take the shop’s logo down',
    response: ShopResponse,
    example: { ...SHOP_EXAMPLE, logoUrl: null },
  })
  removeLogo(@FromRequest() command: Command): Promise<ShopResponse> {
    return this.look.removeLogo(command);
  }
}
